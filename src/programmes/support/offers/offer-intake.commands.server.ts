import { scopeOf } from "#foundation/actors/public.ts";
import { fiscalYearOf, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { SupportPermit } from "../access.ts";
import { DECLINES } from "../model/answer.messages.ts";
import { findOffer, lockOffers, updateIntake } from "./offer.store.server.ts";

/** Who answered that the year is full is asked no more this year, and whoever looks for it is told so. */
export async function stopIntake(permit: SupportPermit, area: AreaId, id: string): Promise<void> {
  await lockOffers(permit, area, [id]);
  const offer = await findOffer(permit, area, id);
  if (offer?.intake !== "open") return;
  const today = permit.clock.today();
  await updateIntake(permit, area, offer.id, {
    intake: "suspended",
    intakeReason: DECLINES.full,
    intakeSince: today,
    intakeUntil: lastDayOf(fiscalYearOf(today)),
    updatedAt: permit.clock.now(),
    updatedBy: scopeOf(permit.actor).actor,
  });
}
