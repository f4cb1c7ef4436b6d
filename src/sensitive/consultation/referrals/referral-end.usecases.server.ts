import { scopeOf } from "#foundation/actors/public.ts";
import { getConsent, takeConsentStep } from "#foundation/consent/public.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { ConsultationPermit } from "../access.ts";
import { PENDING } from "../model/referral.rules.ts";
import type { ReferralRow } from "../model/referral.schema.ts";
import { stillAgreed } from "../targets/agreement.usecases.server.ts";
import { lockGoingOf, lockGoingTo, lockLapsed } from "./going.store.server.ts";
import { insertReferralEvent, updateReferral } from "./referral.store.server.ts";

/** Who ends what runs out by its date: no person. */
const TIME = "<time>";

/**
 * Takes that step with a consent, and ends the referrals that no other consent covers, which it answers as they were: their
 * receiver sees nothing from now on. They are locked before the person's will, as their own steps do it, so that neither waits for the other.
 */
export async function endConsent(
  permit: ConsultationPermit,
  id: string,
  step: "withdrawn" | "invalid",
): Promise<Result<ReferralRow[]>> {
  const consent = await getConsent(permit, id);
  if (!consent) return notFound("consent");
  const going = await lockGoingTo(permit, consent);
  const taken = await takeConsentStep(permit, id, step);
  if (!taken.ok) return taken;
  const by = scopeOf(permit.actor).actor;
  const ended: ReferralRow[] = [];
  for (const one of going)
    if (!(await stillAgreed(permit, one)).ok) {
      await end(permit, one, "withdraw", "withdrawn", by);
      ended.push(one);
    }
  return ok(ended);
}

/** Ends what rests on a consent that has run out by its date. Whoever looks first finds it; nobody has done it. */
export async function endLapsed(
  permit: ConsultationPermit,
  of: Parameters<typeof lockLapsed>[1],
): Promise<void> {
  for (const one of await lockLapsed(permit, of)) await end(permit, one, "expire", "expired", TIME);
}

/**
 * Takes back what nobody has answered where its case is closed, with the reason, and tells which receivers go on: what
 * was agreed for them holds on.
 */
export async function endWithCase(
  permit: ConsultationPermit,
  caseId: string,
): Promise<Readonly<{ ended: readonly ReferralRow[]; goOn: readonly string[] }>> {
  const by = scopeOf(permit.actor).actor;
  const going = await lockGoingOf(permit, caseId);
  const ended = going.filter((one) => PENDING.includes(one.state));
  for (const one of ended) await end(permit, one, "take-back", "taken-back", by, "case-closed");
  const goOn = going.filter((one) => !PENDING.includes(one.state));
  return { ended, goOn: goOn.map((one) => one.partnerId ?? one.receiver) };
}

async function end(
  permit: ConsultationPermit,
  one: ReferralRow,
  step: "withdraw" | "expire" | "take-back",
  state: "withdrawn" | "expired" | "taken-back",
  by: string,
  detail = "",
): Promise<void> {
  await updateReferral(permit, one.id, { state, opened: false });
  const of = by === TIME ? null : (permit.subject.organisation ?? null);
  await insertReferralEvent(permit, one, step, { by, of, detail });
}
