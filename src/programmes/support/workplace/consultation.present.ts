import type { Organisation } from "#foundation/organisations/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { FEE_NAMES } from "../model/offer.messages.ts";
import type { Offer, OfferPart } from "../model/offer.schema.ts";

const WEEKDAYS = { MO: "月", TU: "火", WE: "水", TH: "木", FR: "金", SA: "土", SU: "日" } as const;

/** The weekdays of a rule that repeats each week; "" of another, whose days are asked by telephone. */
export function weekdaysOf(rule: string): string {
  const days = /^FREQ=WEEKLY;(?:INTERVAL=1;)?BYDAY=([A-Z,]+)$/.exec(rule)?.[1]?.split(",") ?? [];
  return days.map((day) => WEEKDAYS[day as keyof typeof WEEKDAYS] ?? "").join("・");
}

/** A place where one person can go. Its telephone is the one that the directory publishes. */
export function placeOf(
  offer: Offer,
  part: Pick<OfferPart, "organisationId" | "organisationName">,
  known: ReadonlyMap<OrganisationId, Organisation>,
) {
  const organisation = known.get(part.organisationId);
  const reached = organisation?.published ? organisation : undefined;
  return {
    id: `${offer.id} ${part.organisationId}`,
    title: offer.title,
    titleEn: offer.titleEn || offer.title,
    by: part.organisationName,
    phone: reached?.phone ?? "",
    address: reached?.address ?? "",
    hours: [weekdaysOf(offer.rrule), `${offer.opensAt}–${offer.closesAt}`].filter(Boolean).join(" "),
    fee: { ja: offer.feeNote || FEE_NAMES[offer.fee].ja, en: FEE_NAMES[offer.fee].en },
  };
}
