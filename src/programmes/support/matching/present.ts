import type { Offer, OfferPart } from "../offers/schema.ts";
import type { Candidate } from "./rules.ts";

/** One line of the list of who fits: of the offer only what the list tells. */
export type Listed = Omit<Candidate, "offer"> &
  Readonly<{
    offer: Pick<Offer, "id" | "title" | "fee" | "feeNote"> &
      Readonly<{ parts: readonly Pick<OfferPart, "organisationName">[] }>;
  }>;

export function listed({ offer: { id, title, fee, feeNote, parts }, ...rest }: Candidate): Listed {
  const names = parts.map(({ organisationName }) => ({ organisationName }));
  return { ...rest, offer: { id, title, fee, feeNote, parts: names } };
}
