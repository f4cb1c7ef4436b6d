import { z } from "zod";
import { scopeOf } from "#foundation/actors/public.ts";
import { command } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { SupportPermit } from "../access.ts";
import { DECLINES, PAGE } from "../model/answer.messages.ts";
import { TEXTS } from "../model/enquiry.messages.ts";
import {
  ANSWERS,
  type Answer,
  askedOf,
  mayStep,
  possibleTeams,
  slotKey,
  type Team,
} from "../model/enquiry.rules.ts";
import { type Reply, ReplyInput } from "../model/enquiry.schema.ts";
import type { Enquiry, SupportRequest } from "../model/request.schema.ts";
import { places } from "../offers/capacity.commands.server.ts";
import { stopIntake } from "../offers/offer-intake.commands.server.ts";
import { onEnquiry } from "../support-target.usecases.server.ts";
import { clashesAt } from "./engagement.rules.ts";
import { selectEngagements } from "./engagement.store.server.ts";
import { askNext } from "./enquiry.commands.server.ts";
import { selectEnquiries } from "./enquiry.store.server.ts";
import { tellSecretariat } from "./stalled-request.commands.server.ts";
import { type Matter, step, stepEnquiry, withMatter } from "./step.commands.server.ts";
import { fix } from "./visit.commands.server.ts";

/** A supporter answers, by the link of its letter or signed in; the secretariat for one who telephoned. */
export const answerEnquiry = command({
  name: "enquiry.answer",
  ...onEnquiry,
  input: ReplyInput,
  run: withMatter((permit, matter, { enquiry, reply }, app) => take(permit, app, matter, enquiry, reply)),
});

const DECLINED = Object.keys(DECLINES) as (keyof typeof DECLINES)[];

/** One tap says no to every time, with the reason. */
export const declineEnquiry = command({
  name: "enquiry.decline",
  ...onEnquiry,
  input: z.object({ reason: z.enum(DECLINED, { error: TEXTS.reason }) }),
  run: withMatter(async (permit, matter, { enquiry, reason }, app) => {
    const done = await take(permit, app, matter, enquiry, {
      answers: matter.request.slots.map(() => "no"),
      proposal: "",
      comment: `${PAGE.decline}（${DECLINES[reason]}）`,
    });
    const asked = matter.enquiries.find((one) => one.id === enquiry);
    if (done.ok && reason === "full" && asked) await stopIntake(permit, matter.request.areaId, asked.offerId);
    return done;
  }),
});

async function take(
  permit: SupportPermit,
  app: App,
  { request, enquiries }: Matter,
  enquiryId: string,
  reply: Reply,
): Promise<Result<SupportRequest>> {
  const enquiry = enquiries.find((one) => one.id === enquiryId);
  if (!enquiry) return notFound("enquiry");
  if (!mayStep(enquiry.state, "answer")) return conflict(TEXTS.decided);
  const answers = answersOf(request, reply);
  if (!answers.ok) return answers;
  const { proposal, comment } = reply;
  const said = Object.fromEntries(request.slots.map((slot, index) => [slotKey(slot), answers.value[index]!]));
  const same = Object.entries(said).every(([slot, answer]) => enquiry.said[slot] === answer);
  // Sent twice, an answer is one.
  if (enquiry.state === "answered" && same && enquiry.proposal === proposal && enquiry.comment === comment)
    return ok(request);
  const by = permit.actor.kind === "holder" ? enquiry.organisationName : scopeOf(permit.actor).actor;
  const done = await step(permit, request, "answer", {
    by,
    detail: { who: enquiry.organisationName, answers: answers.value, proposal, comment },
  });
  if (!done.ok) return conflict(TEXTS.decided);
  await stepEnquiry(permit, enquiry, "answer", {
    said: JSON.stringify({ ...enquiry.said, ...said }),
    proposal,
    comment,
    answeredAt: permit.clock.now(),
  });
  return advance(permit, app, done.value);
}

function answersOf(request: SupportRequest, reply: Reply): Result<Answer[]> {
  const answers = request.slots.map((_, index) => {
    const given = reply.answers[index];
    if ((ANSWERS as readonly string[]).includes(given ?? "")) return given as Answer;
    // Another proposal alone says no to the times asked for.
    return reply.proposal === "" ? undefined : "no";
  });
  return answers.some((one) => one === undefined)
    ? invalid({ answers: [TEXTS.answer] }, PAGE.wrong)
    : ok(answers as Answer[]);
}

/**
 * Goes on from the answers there are: fixes it where the first to come was said to decide, says that it can be
 * decided, asks the next in a row, or tells the secretariat that nobody is left.
 */
export async function advance(
  permit: SupportPermit,
  app: App,
  request: SupportRequest,
): Promise<Result<SupportRequest>> {
  const enquiries = await selectEnquiries(permit, request.areaId, request.id);
  const teams = possibleTeams(request.needs, askedOf(enquiries), request.slots.length);
  const sure = teams.find(
    (team) => team.reluctant === 0 && request.slots[team.slot]!.day >= permit.clock.today(),
  );
  if (
    request.decidedBy === "first_come" &&
    sure &&
    !(await isBoundElsewhere(permit, request, enquiries, sure))
  ) {
    const fixed = await fix(permit, app, { request, enquiries }, sure);
    // A place that went to somebody else a moment ago is no failure of this answer: the coordinator looks at it.
    if (fixed.ok || fixed.error.kind === "invalid") return fixed.ok ? fixed : ok(request);
  }
  if (request.status !== "asking") return ok(request);
  if (teams.length > 0) return step(permit, request, "complete", { by: "<rules>" });
  if (enquiries.some((one) => one.state === "open") || (await askNext(permit, app, request)))
    return ok(request);
  const lapsed = await step(permit, request, "lapse", { by: "<rules>" });
  if (lapsed.ok) await tellSecretariat(permit, app, lapsed.value);
  return lapsed;
}

/**
 * Whether one of a team comes to somebody else at that time: then nothing is fixed by itself, and the secretariat decides.
 * Their offers are held, so that of two answers of one moment the second sees what the first has fixed.
 */
async function isBoundElsewhere(
  permit: SupportPermit,
  request: SupportRequest,
  enquiries: readonly Enquiry[],
  { slot, members }: Team,
): Promise<boolean> {
  const chosen = enquiries.filter((one) => members.includes(one.id));
  await places.hold(
    permit,
    request.areaId,
    chosen.map((one) => one.offerId),
    request.id,
  );
  const organisations = chosen.map((one) => one.organisationId);
  const engagements = await selectEngagements(permit, request.areaId, organisations, permit.clock.today());
  return chosen.some((one) => clashesAt(request.slots[slot]!, one, engagements).some(({ fixed }) => fixed));
}
