import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { Slot } from "../model/offer.rules.ts";

/** When an organisation is bound elsewhere: a visit that is fixed, or a time of another request to which it said yes. */
export type Engagement = Slot &
  Readonly<{ organisationId: OrganisationId; requestId: string; number: string; fixed: boolean }>;

/** What of it is told: no request but its number. */
export type Clash = Slot & Readonly<{ number: string; fixed: boolean }>;

/** Where an organisation is bound elsewhere at that time, by another request. */
export const clashesAt = (
  slot: Slot,
  { organisationId, requestId }: Readonly<{ organisationId: OrganisationId; requestId: string }>,
  engagements: readonly Engagement[],
): Clash[] =>
  engagements
    .filter(
      (one) =>
        one.organisationId === organisationId &&
        one.requestId !== requestId &&
        one.day === slot.day &&
        one.from < slot.to &&
        slot.from < one.to,
    )
    .map(({ day, from, to, number, fixed }) => ({ day, from, to, number, fixed }));
