import { type DataClass, requireConsent } from "#foundation/consent/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import type { ConsultationPermit } from "../access.ts";
import { PURPOSE } from "./receiver.usecases.server.ts";
import { findGround } from "./target.store.server.ts";

type Ground = Readonly<{
  ground: "consent" | "duty" | "danger";
  personId: string;
  partnerId: OrganisationId | null;
  receiver: string;
  classes: readonly DataClass[];
}>;

/** Whether the person still agrees, held until the transaction ends. What rests on the law needs no consent. */
export const stillAgreed = (permit: ConsultationPermit, one: Ground): Promise<Result<void>> =>
  one.ground !== "consent"
    ? Promise.resolve(ok(undefined))
    : requireConsent(permit, one.personId, {
        receiver: one.partnerId ?? one.receiver,
        purpose: PURPOSE,
        classes: one.classes,
      });

/** The same for a case that came by a referral; any other rests on nobody's consent. */
export async function agreedFor(
  permit: ConsultationPermit,
  { referralId }: Readonly<{ referralId: string | null }>,
): Promise<Result<void>> {
  const ground = referralId ? await findGround(permit, referralId) : undefined;
  return ground ? stillAgreed(permit, ground as Ground) : ok(undefined);
}
