import { scopeOf } from "#foundation/actors/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { ConsultationPermit } from "../access.ts";
import { insertReferralEvent, selectResting, updateReferral } from "./referral.store.server.ts";

/** Ends what rests on a consent that was taken back or never counted: its receiver sees nothing from now on. */
export async function endReferralsOn(
  permit: ConsultationPermit,
  consent: string,
  of: OrganisationId | undefined,
): Promise<void> {
  for (const one of await selectResting(permit, consent)) {
    await updateReferral(permit, one.id, { state: "withdrawn", opened: false });
    await insertReferralEvent(permit, one, "withdraw", {
      by: scopeOf(permit.actor).actor,
      of: of ?? null,
    });
  }
}
