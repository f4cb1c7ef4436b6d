import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { supportPolicy } from "../../access.ts";
import { byLink } from "../../links/usecases.server.ts";
import type { SupportRequest } from "../../requests/schema.ts";
import { step, subjectOf } from "../../requests/steps/usecases.server.ts";
import { findRequest } from "../../requests/store.server.ts";
import { fix } from "../../visits/usecases.server.ts";
import { TEXTS } from "../messages.ts";
import { ANSWERS, type Answer, askedOf, possibleTeams, slotKey } from "../rules.ts";
import { tellSecretariat } from "../stalled/usecases.server.ts";
import { selectEnquiries, updateEnquiry } from "../store.server.ts";
import { askNext } from "../usecases.server.ts";

export type Reply = Readonly<{ answers: readonly string[]; proposal?: string; comment?: string }>;

const LONGEST = 500;

/** A supporter answers by the link of its letter, without signing in. */
export const answerByLink = (app: App, token: string, reply: Reply): Promise<Result<SupportRequest>> =>
  byLink(app, token, "answer", (unit, link) =>
    answer(unit, app, link.area, link.requestId!, link.enquiryId!, reply),
  );

/** A supporter who is signed in answers, or the secretariat for one who telephoned. */
export function answerFor(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  enquiryId: string,
  reply: Reply,
): Promise<Result<SupportRequest>> {
  return act(app, actor, (unit) => answer(unit, app, area, id, enquiryId, reply));
}

async function answer(
  unit: Unit,
  app: App,
  area: AreaId,
  id: string,
  enquiryId: string,
  reply: Reply,
): Promise<Result<SupportRequest>> {
  const request = await findRequest(unit, area, id, true);
  const enquiries = request ? await selectEnquiries(unit, area, id) : [];
  const enquiry = enquiries.find((one) => one.id === enquiryId);
  if (!request || !enquiry) return notFound("enquiry");
  const subject = { ...subjectOf(request), asked: [enquiry.organisationId] };
  const permit = await authorise(unit, supportPolicy, "enquiry.answer", subject);
  if (!permit.ok) return permit;
  if (!["open", "answered", "no_answer"].includes(enquiry.state)) return conflict(TEXTS.decided);
  const read = readReply(request, reply);
  if (!read.ok) return read;
  const { answers, proposal, comment } = read.value;
  const said = Object.fromEntries(request.slots.map((slot, index) => [slotKey(slot), answers[index]!]));
  const by = unit.actor.kind === "service" ? enquiry.organisationName : scopeOf(unit.actor).actor;
  const done = await step(unit, request, "answer", {
    by,
    detail: { who: enquiry.organisationName, answers, proposal, comment },
  });
  if (!done.ok) return conflict(TEXTS.decided);
  const at = unit.clock.now();
  await updateEnquiry(unit, area, enquiry.id, {
    state: "answered",
    said: JSON.stringify({ ...enquiry.said, ...said }),
    proposal,
    comment,
    answered_at: at,
  });
  return advance(unit, app, done.value);
}

function readReply(
  request: SupportRequest,
  reply: Reply,
): Result<{ answers: Answer[]; proposal: string; comment: string }> {
  const clean = (text: string | undefined) => (text ?? "").normalize("NFC").trim().slice(0, LONGEST);
  const proposal = clean(reply.proposal);
  const answers = request.slots.map((_, index) => {
    const given = reply.answers[index];
    if ((ANSWERS as readonly string[]).includes(given ?? "")) return given as Answer;
    // Another proposal alone says no to the times asked for.
    return proposal === "" ? undefined : "no";
  });
  if (answers.some((one) => one === undefined)) return invalid({ answers: [TEXTS.answer] });
  return ok({ answers: answers as Answer[], proposal, comment: clean(reply.comment) });
}

/**
 * Goes on from the answers there are: fixes it where the first to come was said to decide, says that it can be
 * decided, asks the next in a row, or tells the secretariat that nobody is left.
 */
export async function advance(
  unit: Unit,
  app: App,
  request: SupportRequest,
): Promise<Result<SupportRequest>> {
  const enquiries = await selectEnquiries(unit, request.areaId, request.id);
  const teams = possibleTeams(request.needs, askedOf(enquiries), request.slots.length);
  const sure = teams.find(
    (team) => team.reluctant === 0 && request.slots[team.slot]!.day >= unit.clock.today(),
  );
  if (request.decidedBy === "first_come" && sure) {
    const fixed = await fix(unit, app, { request, enquiries }, sure);
    // A place that went to somebody else a moment ago is no failure of this answer: the coordinator looks at it.
    if (fixed.ok || fixed.error.kind === "invalid") return fixed.ok ? fixed : ok(request);
  }
  if (request.status !== "asking") return ok(request);
  if (teams.length > 0) return step(unit, request, "complete", { by: "<rules>" });
  if (enquiries.some((one) => one.state === "open") || (await askNext(unit, app, request)))
    return ok(request);
  const lapsed = await step(unit, request, "lapse", { by: "<rules>" });
  if (lapsed.ok) await tellSecretariat(unit, app, lapsed.value);
  return lapsed;
}
