import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { stepFrom, wrongState } from "#platform/kernel/states.ts";
import type { ConsultationPermit } from "../access.ts";
import { by } from "../cases/case.commands.server.ts";
import { OPENED, REFERRAL, type ReferralStep } from "../model/referral.rules.ts";
import type { ReferralRow } from "../model/referral.schema.ts";
import { STATE_WORDS } from "./referral.messages.ts";
import { insertReferralEvent, lockReferral, updateReferral } from "./referral.store.server.ts";
import { endLapsed } from "./referral-end.usecases.server.ts";

/** From which of the two offices somebody comes. */
export const sideOf = (permit: ConsultationPermit, one: ReferralRow): "sender" | "receiver" =>
  permit.subject.organisation === one.organisationId ? "sender" : "receiver";

/** The state after a step, or the refusal in the words of the page. */
function stepped(one: ReferralRow, step: ReferralStep): Result<ReferralRow["state"]> {
  const next = stepFrom(REFERRAL, one.state, step);
  return next.ok ? ok(next.value) : wrongState(STATE_WORDS[one.state]);
}

/** Takes one step with a referral under its lock, after what has to hold for it. */
export async function take(
  permit: ConsultationPermit,
  id: string,
  step: ReferralStep,
  change: (one: ReferralRow) => Promise<Result<Parameters<typeof updateReferral>[2]>>,
  { detail = "", of }: Readonly<{ detail?: string; of: "sender" | "receiver" }>,
): Promise<Result<ReferralRow>> {
  await endLapsed(permit, { referral: id });
  const one = await lockReferral(permit, id);
  if (!one) return notFound("referral");
  if (sideOf(permit, one) !== of) return notFound("referral");
  const state = stepped(one, step);
  if (!state.ok) return state;
  const changed = await change(one);
  if (!changed.ok) return changed;
  const opened = OPENED.includes(state.value);
  await updateReferral(permit, id, {
    ...changed.value,
    state: state.value,
    ...(opened === one.opened ? {} : { opened }),
  });
  await insertReferralEvent(permit, one, step, {
    by: by(permit),
    of: of === "sender" ? one.organisationId : one.partnerId,
    detail,
  });
  return ok({ ...one, ...changed.value, state: state.value } as ReferralRow);
}
