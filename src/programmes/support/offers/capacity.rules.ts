import type { Offer } from "../model/offer.schema.ts";

/** Who is next: new workplaces first where the offer says so, then the order of arrival. */
export const inLine = <One extends Readonly<{ returning: boolean; since: Date; id: string }>>(
  offer: Pick<Offer, "newFirst">,
  waiting: readonly One[],
): One[] =>
  [...waiting].sort(
    (a, b) =>
      (offer.newFirst ? Number(a.returning) - Number(b.returning) : 0) ||
      a.since.getTime() - b.since.getTime() ||
      a.id.localeCompare(b.id),
  );
