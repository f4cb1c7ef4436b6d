import { z } from "zod";
import { organisationsOf, scopeOf } from "#foundation/actors/public.ts";
import { getAreas } from "#foundation/areas/public.ts";
import { type OutputOf, query, reachingAlso } from "#foundation/authority/public.ts";
import { selectHistory } from "#foundation/history/public.ts";
import { namesOfUsers } from "#foundation/identity/public.ts";
import { lettersAbout } from "#foundation/letters/public.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { plainDateIn } from "#platform/kernel/plain-date.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { type SupportPermit, supportPolicy } from "../access.ts";
import { type UndeliveredMail, undeliveredOfRequest } from "../letters/undelivered.queries.server.ts";
import { feedbackOf, reportOf } from "../model/report.present.ts";
import { type Action, may, type Status } from "../model/request.rules.ts";
import {
  historyOfRequest,
  ofRequest,
  type RequestEvent,
  type SupportRequest,
} from "../model/request.schema.ts";
import { timeValues, visitValues } from "../model/request-form.rules.ts";
import { shortlist } from "../offers/matching.present.ts";
import { matches } from "../offers/matching.queries.server.ts";
import type { Candidate } from "../offers/matching.rules.ts";
import { selectEnquiries } from "./enquiry.store.server.ts";
import { findFeedback, findReport } from "./report.store.server.ts";
import { findRequest } from "./request.store.server.ts";
import { selectAttached } from "./request-file.store.server.ts";
import { undoableOf } from "./request-undo.commands.server.ts";
import { eventOf, forStaff, forTheAsked } from "./request-view.present.ts";
import { onOwnRequest } from "./step.commands.server.ts";
import { findSubject } from "./step.store.server.ts";
import { type TeamView, teamsOf } from "./team-view.queries.server.ts";
import { standingOf } from "./waiting.usecases.server.ts";

/** One request as staff work on it; `all` lists also offers of other subjects. Others see it without who fits. */
export const readRequest = query({
  ...onOwnRequest,
  name: "request.read",
  target: ofRequest.extend({ all: z.boolean().default(false) }),
  subject: (find, { area, id }) => findSubject(find, area, id, { passed: true }),
  async run(permit, { id, all }) {
    const { actor, subject } = permit;
    const request = await findRequest(permit, subject.area, id);
    if (!request) return notFound("request");
    const enquiries = await selectEnquiries(permit, request.areaId, id);
    const manages = supportPolicy.may(actor, "request.ask", subject) !== undefined;
    const takes = supportPolicy.may(actor, "request.take", subject) !== undefined;
    const towns = await getAreas(permit, [request.municipality as AreaId]);
    const staff = manages || takes;
    // Whom it was asked of stays with the area that asked; its papers and history go along.
    const along = async () => ({
      files: await selectAttached(permit, request.areaId, id),
      events: staff ? await eventsOf(permit, request) : [],
    });
    const { files, events } = takes ? await reachingAlso(permit, [subject.area, id], along) : await along();
    const wasHeld = may(request.status, "rate");
    const report = wasHeld ? await findReport(permit, request.areaId, id) : undefined;
    const feedback = wasHeld ? await findFeedback(permit, request.areaId, id) : undefined;
    const { comes, seesFiles, ...seen } = staff
      ? forStaff(request, enquiries)
      : forTheAsked(request, enquiries, organisationsOf(actor, ["provider"]));
    const candidates =
      manages && listsWho(request.status) ? await matches(permit, request, enquiries, all) : [];
    const open = enquiries.filter((one) => seen.enquiries.some(({ id: shown }) => shown === one.id));
    const teamView = await teamsOf(permit, request, staff ? enquiries : open);
    return ok({
      ...seen,
      /** What tells of a concurrent edit: of the visit's day, and of the times asked for. */
      shown: staff
        ? { visit: fingerprintOf(visitValues(request)), times: fingerprintOf(timeValues(request.slots)) }
        : undefined,
      town: towns.get(request.municipality as AreaId)?.name ?? "",
      all,
      manages,
      takes,
      ...shortlist(candidates),
      undelivered: manages ? await undeliveredOfRequest(permit, request, enquiries) : NOTHING_UNDELIVERED,
      teams: staff ? teamView.teams : [],
      clashes: teamView.clashes,
      undo: manages ? undoOf(permit, request, events) : undefined,
      tell: manages ? tellOf(request) : undefined,
      mails: manages
        ? await lettersAbout(permit, request.areaId, [request.id, ...enquiries.map((one) => one.id)])
        : [],
      waitable: manages && may(request.status, "wait") ? waitable(teamView.full, candidates) : [],
      waitingFor: staff && request.status === "waiting" ? await waitingFor(permit, request) : undefined,
      files: seesFiles ? files : [],
      events: await historyOf(permit, events),
      report: comes && report ? reportOf(report) : undefined,
      feedback: staff && feedback ? feedbackOf(feedback) : undefined,
    });
  },
});
export type RequestView = OutputOf<typeof readRequest>;

/** Until when what was done last can be undone by who looks. */
function undoOf(permit: SupportPermit, request: SupportRequest, events: readonly RequestEvent[]) {
  const undo = undoableOf(request, events, scopeOf(permit.actor).actor, permit.clock.now());
  return undo && { step: undo.step, until: undo.until.toISOString() };
}

/** What is to be told by telephone, since there is no mailbox. */
const tellOf = ({ tellSince, tellWhat, phone, contact }: SupportRequest) =>
  tellSince && tellWhat ? { what: tellWhat, phone, contact } : undefined;

/** What may be waited for: what was asked and is full, before what was not asked. */
const waitable = (full: TeamView["full"], candidates: readonly Candidate[]) =>
  [...full, ...candidates.map(({ offer }) => offer)].map(({ id, title }) => ({ value: id, label: title }));

/** The offer whose line it is in and its place there, or until when a place is held out to it. */
async function waitingFor(permit: SupportPermit, request: SupportRequest) {
  const standing = await standingOf(permit, request);
  if (!standing) return undefined;
  const { offer, place, deadline, day } = standing;
  return {
    title: offer.title,
    place,
    day,
    until: deadline ? plainDateIn(deadline, "Asia/Tokyo") : undefined,
  };
}

/** Only where somebody can be asked or waited for; looking through all offers is dear. */
const listsWho = (status: Status): boolean => may(status, "ask") || may(status, "wait");

/** What happened to the request, also where it came from. */
async function eventsOf(
  permit: SupportPermit,
  { areaId, id, cameFrom }: SupportRequest,
): Promise<RequestEvent[]> {
  const before = cameFrom
    ? await reachingAlso(permit, [cameFrom.areaId, cameFrom.id], () =>
        selectHistory<Action>(permit, historyOfRequest(cameFrom.areaId, cameFrom.id)),
      )
    : [];
  return [...before, ...(await selectHistory<Action>(permit, historyOfRequest(areaId, id)))];
}

/** The history with the names of who is in reach. */
async function historyOf(permit: SupportPermit, events: readonly RequestEvent[]) {
  const names = await namesOfUsers(
    permit,
    events.map((one) => one.actor).filter((actor) => !actor.startsWith("<")),
  );
  return events.map((event, index) =>
    eventOf({ ...event, position: index + 1 }, names.get(event.actor) ?? whoOf(event.actor)),
  );
}

const NOTHING_UNDELIVERED: UndeliveredMail = { workplace: undefined, enquiries: {} };

/** The id of a user whose name is out of reach; whoever acted by a link stands there by the name of the office. */
const OUT_OF_REACH = /^[\w-]{20,}$/;

const whoOf = (actor: string): string =>
  ({
    "<rules>": "自動",
    "<support>": "自動",
    "<workplace>": "事業所",
    "<visitor>": "事業所",
    "<demonstration>": "見本",
  })[actor] ?? (actor.startsWith("<") ? "自動" : OUT_OF_REACH.test(actor) ? "ほかの地域の利用者" : actor);
