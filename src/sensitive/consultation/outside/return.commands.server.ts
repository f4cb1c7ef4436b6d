import { z } from "zod";
import { scopeOf } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { command, type Finder, query } from "#foundation/authority/public.ts";
import { openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { choice } from "#platform/kernel/form-fields.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { wrongState } from "#platform/kernel/states.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type ConsultationPermit, policy } from "../access.ts";
import { by } from "../cases/case.commands.server.ts";
import { REFERRAL_FAILURES, REFERRAL_OUTCOMES } from "../model/referral.rules.ts";
import type { ReferralRow } from "../model/referral.schema.ts";
import { STATE_WORDS } from "../referrals/referral.messages.ts";
import { insertReferralEvent, lockReferral, updateReferral } from "../referrals/referral.store.server.ts";
import { ofReferral } from "../targets/target.usecases.server.ts";
import { RETURN } from "./hand-out.commands.server.ts";
import { NOT_OUTSIDE } from "./outside.messages.ts";
import { ANSWERS, type Answer, referenceOf, stepsOfAnswer } from "./outside.rules.ts";
import { lockReturned } from "./return.store.server.ts";

/** Who holds the link of that token, and to which referral it leads. */
export async function returnDoor(app: App, token: string) {
  const opened = await openLink(app, token, RETURN);
  return opened.ok ? ok({ holder: opened.value.holder, referral: opened.value.link.subject }) : opened;
}

const returned = {
  policy,
  hides: true,
  target: z.object({ referral: rowId() }),
  subject: ({ actor }: Finder, { referral }: Readonly<{ referral: string }>) => ({
    ...{ type: "referral", id: referral },
    area: (actor.kind === "holder" ? actor.area : null) ?? NATION,
  }),
};

/** What the office outside sees by its link: a number and where it stands. Nothing of whom it is about. */
export const readReturn = query({
  name: "referral.read-return",
  ...returned,
  async run(permit, { referral }) {
    const one = await lockReturned(permit, referral);
    if (!one) return notFound("referral");
    return ok({
      reference: referenceOf(one.id),
      receiver: one.receiver,
      state: STATE_WORDS[one.state],
      answers: ANSWERS.filter((answer) => stepsOfAnswer(one.state, answer) !== undefined),
    });
  },
});

/** The office outside answers: it arrived, the person was reached, or it can't take it on. */
export const answerReturn = command({
  name: "referral.return",
  ...returned,
  input: z.object({ answer: choice("返信", ANSWERS) }),
  async run(permit, { referral, answer }) {
    const one = await lockReturned(permit, referral);
    return one
      ? answered(permit, one, answer, { detail: answer === "declined" ? "other" : "link" })
      : notFound("referral");
  },
});

/** Enters what the office outside answered by telephone, fax or letter, and what came of it in the end. */
export const noteReturn = command({
  name: "referral.note-return",
  ...ofReferral(),
  input: z.object({
    answer: choice("返信", [...ANSWERS, "closed"]),
    outcome: choice("結果", [...REFERRAL_OUTCOMES, ...REFERRAL_FAILURES], { optional: true }),
  }),
  async run(permit, { referral, answer, outcome }) {
    const one = await lockReferral(permit, referral);
    if (!one) return notFound("referral");
    if (one.partnerId !== null) return conflict(NOT_OUTSIDE);
    if (answer === "closed" && !outcome) return conflict("結果を選択してください。何も変わっていません。");
    return answered(permit, one, answer, { detail: answer === "closed" ? outcome! : "noted" });
  },
});

async function answered(
  permit: ConsultationPermit,
  one: ReferralRow,
  answer: Answer,
  { detail }: Readonly<{ detail: string }>,
): Promise<Result<undefined>> {
  const next = stepsOfAnswer(one.state, answer);
  if (!next) return wrongState(STATE_WORDS[one.state]);
  await updateReferral(permit, one.id, {
    state: next.state,
    ...(answer === "declined" ? { declineReason: "other" } : {}),
    ...(answer === "closed" ? { outcome: detail } : {}),
  });
  const who = permit.actor.kind === "holder" ? scopeOf(permit.actor).actor : by(permit);
  for (const step of next.steps) await insertReferralEvent(permit, one, step, { by: who, of: null, detail });
  return ok(undefined);
}
