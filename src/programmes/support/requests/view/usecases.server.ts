import type { Actor } from "#foundation/actors/public.ts";
import { getAreas } from "#foundation/areas/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import { namesOfUsers } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { type PlainDate, plainDateIn } from "#platform/kernel/plain-date.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { supportPolicy } from "../../access.ts";
import { standingOf } from "../../capacity/waiting/usecases.server.ts";
import { askedOf, possibleTeams, type Team } from "../../enquiries/rules.ts";
import { selectEnquiries } from "../../enquiries/store.server.ts";
import { type UndeliveredMail, undeliveredOf } from "../../letters/undelivered/usecases.server.ts";
import { type Listed, shortlist } from "../../matching/present.ts";
import { matches } from "../../matching/usecases.server.ts";
import type { Feedback, Report } from "../../reports/schema.ts";
import { findFeedback, findReport } from "../../reports/store.server.ts";
import type { Attached } from "../files/schema.ts";
import { selectAttached } from "../files/store.server.ts";
import { selectEvents } from "../history/store.server.ts";
import { organisationsOf } from "../inbox/usecases.server.ts";
import { findPassed } from "../passing/store.server.ts";
import { may, type Status } from "../rules.ts";
import type { Enquiry, RequestEvent, SupportRequest } from "../schema.ts";
import { subjectOf } from "../steps/usecases.server.ts";
import { findRequest } from "../store.server.ts";
import { asTheAskedSee } from "./present.ts";

export type RequestView = Readonly<{
  request: SupportRequest;
  town: string;
  enquiries: readonly Enquiry[];
  teams: readonly Team[];
  /** Who was not asked yet, in the stated order, with reasons for and against; `all`: of other subjects too. */
  candidates: readonly Listed[];
  /** How many do not fit, also those that are not listed. */
  unfit: number;
  all: boolean;
  /** The offer whose line it is in and its place there, or until when a place is held out to it. */
  waitingFor:
    | Readonly<{ title: string; place: number | undefined; until: PlainDate | undefined }>
    | undefined;
  undelivered: UndeliveredMail;
  files: readonly Attached[];
  events: readonly (RequestEvent & Readonly<{ who: string }>)[];
  report: Report | undefined;
  feedback: Feedback | undefined;
  manages: boolean;
  /** Whether it was passed to this area, whose secretariat looks at it and answers. */
  takes: boolean;
}>;

/** One request as staff work on it. Others who may read it see it without the list of who fits. */
export function readRequest(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  { all = false }: { all?: boolean } = {},
): Promise<Result<RequestView>> {
  return act(app, actor, async (unit) => {
    const request = (await findRequest(unit, area, id)) ?? (await findPassed(unit, area, id));
    if (!request) return notFound("request");
    const enquiries = await selectEnquiries(unit, request.areaId, id);
    const subject = subjectOf(request, enquiries);
    const permit = await authorise(unit, supportPolicy, "request.read", subject);
    if (!permit.ok) return notFound("request");
    const manages = supportPolicy.may(actor, "request.manage", subject) !== undefined;
    const takes = supportPolicy.may(actor, "request.take", subject) !== undefined;
    const towns = await getAreas(unit, [request.municipality as AreaId]);
    const events = await wholeHistory(unit, request);
    const names = await namesOfUsers(
      unit,
      events.map((one) => one.actor).filter((actor) => !actor.startsWith("<")),
    );
    const wasHeld = may(request.status, "rate");
    const view: RequestView = {
      request,
      town: towns.get(request.municipality as AreaId)?.name ?? "",
      enquiries,
      teams: possibleTeams(request.needs, askedOf(enquiries), request.slots.length),
      ...shortlist(manages && listsWho(request.status) ? await matches(unit, request, enquiries, all) : []),
      all,
      waitingFor: request.status === "waiting" ? await waitingFor(unit, request) : undefined,
      undelivered: manages ? await undeliveredOf(unit, request, enquiries) : NOTHING_UNDELIVERED,
      events: events.map((one) => ({ ...one, who: names.get(one.actor) ?? whoOf(one.actor) })),
      files: await selectAttached(unit, request.areaId, request.id),
      report: wasHeld ? await findReport(unit, area, id) : undefined,
      feedback: wasHeld ? await findFeedback(unit, area, id) : undefined,
      manages,
      takes,
    };
    return ok(manages || takes ? view : asTheAskedSee(view, organisationsOf(actor, "provider")));
  });
}

async function waitingFor(unit: Unit, request: SupportRequest): Promise<RequestView["waitingFor"]> {
  const standing = await standingOf(unit, request);
  if (!standing) return undefined;
  const { offer, place, deadline } = standing;
  return { title: offer.title, place, until: deadline ? plainDateIn(deadline, "Asia/Tokyo") : undefined };
}

/** Only where somebody can be asked or waited for; looking through all offers is dear. */
const listsWho = (status: Status): boolean => may(status, "ask") || may(status, "wait");

/** Also what happened in the area from which it was taken over. */
async function wholeHistory(unit: Unit, { areaId, id, cameFrom }: SupportRequest): Promise<RequestEvent[]> {
  const before = cameFrom ? await selectEvents(unit, cameFrom.areaId, cameFrom.id) : [];
  const own = await selectEvents(unit, areaId, id);
  return [...before, ...own].map((event, index) => ({ ...event, position: index + 1 }));
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
