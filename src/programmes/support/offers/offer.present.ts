import type { Offer, OfferId } from "../model/offer.schema.ts";
import type { Obstacle } from "./matching.rules.ts";

/** What anyone may see of an offer, and whether a workplace like this one may have it. No mailbox leaves. */
export type PublicOffer = Readonly<{
  offer: Pick<Offer, "id" | "title" | "titleEn" | "kind" | "fee" | "intake" | "intakeUntil"> &
    Readonly<{ organisations: readonly string[] }>;
  obstacles: readonly Obstacle[];
  /** The first day on which it can be had; undefined where none is in sight. */
  first: string | undefined;
}>;

export const publicOffer = (
  offer: Offer,
  organisations: readonly string[],
  obstacles: readonly Obstacle[],
  first: string | undefined,
): PublicOffer => ({
  offer: {
    id: offer.id,
    title: offer.title,
    titleEn: offer.titleEn,
    kind: offer.kind,
    fee: offer.fee,
    intake: offer.intake,
    intakeUntil: offer.intakeUntil,
    organisations,
  },
  obstacles,
  first,
});

/** A line of the list of an area's offers, with how full it is this fiscal year. */
export type OfferRow = Readonly<{
  id: OfferId;
  title: string;
  kind: Offer["kind"];
  organisations: readonly string[];
  topics: Offer["topics"];
  fee: Offer["fee"];
  intake: Offer["intake"];
  intakeReason: string;
  left: number | null;
  takenYear: number;
  writable: boolean;
}>;

export const offerRow = (
  offer: Offer,
  { left, takenYear, writable }: Pick<OfferRow, "left" | "takenYear" | "writable">,
): OfferRow => ({
  id: offer.id,
  title: offer.title,
  kind: offer.kind,
  organisations: offer.parts.map((part) => part.organisationName),
  topics: offer.topics,
  fee: offer.fee,
  intake: offer.intake,
  intakeReason: offer.intakeReason,
  left,
  takenYear,
  writable,
});
