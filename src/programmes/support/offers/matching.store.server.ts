import type { AreaId } from "#platform/kernel/ids.ts";
import type { SupportPermit } from "../access.ts";
import type { Taken } from "../model/offer.rules.ts";
import type { Offer, OfferId } from "../model/offer.schema.ts";
import { type OfferFilter, type OfferVersion, selectOffers, selectVersions } from "./offer.store.server.ts";

export type Standing = Readonly<{ offer: Offer; taken: Taken }>;

/** Offers as a version of them said. Saving makes the next version, so what one says never changes. */
const known = new Map<OfferId, Offer>();
const MOST_KNOWN = 10_000;

/**
 * The offers of these topics or of that service that have not ended, and what of each is taken. Which there are and
 * which version stands is asked of the database each time, under the reader's scope; only the words of a version that
 * was read before are not read again.
 */
export async function selectStanding(
  permit: SupportPermit,
  area: AreaId,
  filter: OfferFilter,
): Promise<Standing[]> {
  const rows = await selectVersions(permit, area, filter);
  const offers = await offersOf(permit, area, rows);
  return rows.flatMap(({ id, taken }) => {
    const offer = offers.get(id);
    return offer ? [{ offer, taken }] : [];
  });
}

async function offersOf(
  permit: SupportPermit,
  area: AreaId,
  rows: readonly OfferVersion[],
): Promise<ReadonlyMap<OfferId, Offer>> {
  const found = new Map<OfferId, Offer>();
  const unknown: OfferId[] = [];
  for (const { id, version } of rows) {
    const offer = known.get(id);
    if (offer?.areaId === area && offer.version === version) found.set(id, offer);
    else unknown.push(id);
  }
  if (unknown.length === 0) return found;
  for (const offer of await selectOffers(permit, area, { ids: unknown })) {
    found.set(offer.id, offer);
    // Who sees an offer but not by whom it is did not see all of it.
    if (offer.parts.length === 0) continue;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(offer.id, offer);
  }
  return found;
}
