import type { Offer, OfferPart } from "../model/offer.schema.ts";
import type { Candidate } from "./matching.rules.ts";

/** One line of the list of who fits: of the offer only what the list tells. */
export type Listed = Omit<Candidate, "offer"> &
  Readonly<{
    offer: Pick<Offer, "id" | "title" | "fee" | "feeNote"> &
      Readonly<{ parts: readonly Pick<OfferPart, "organisationName">[] }>;
  }>;

function listed(candidate: Candidate): Listed {
  const { offer, obstacles, slots, fits, topics, needs, distance, left, turns, first } = candidate;
  const { id, title, fee, feeNote } = offer;
  const parts = offer.parts.map(({ organisationName }) => ({ organisationName }));
  const told = { id, title, fee, feeNote, parts };
  return { offer: told, obstacles, slots, fits, topics, needs, distance, left, turns, first };
}

const MOST_LISTED = 60;

/** What is shown of all that were looked through: the first that fit and the first that do not, and how many do not. */
export function shortlist(found: readonly Candidate[]): { candidates: Listed[]; unfit: number } {
  const [fit, unfit] = [found.filter((one) => one.fits), found.filter((one) => !one.fits)];
  const shown = [...fit.slice(0, MOST_LISTED), ...unfit.slice(0, MOST_LISTED)];
  return { candidates: shown.map(listed), unfit: unfit.length };
}
