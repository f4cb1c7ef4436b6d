import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { conflict, ok, type Result } from "#platform/kernel/result.ts";
import type { SupportPermit } from "../access.ts";
import { fiscalYearNumber, fullOn, NOTHING_TAKEN } from "../model/offer.rules.ts";
import { ERRORS } from "../model/request.messages.ts";
import type { SupportRequest } from "../model/request.schema.ts";
import {
  holdOffers,
  insertBookings,
  releaseBookings,
  selectTaken,
  selectUses,
} from "./capacity.store.server.ts";
import { selectOffers } from "./offer.store.server.ts";

const FULL = { day: "full", month: "fullMonth", year: "fullYear" } as const;

/**
 * Takes a place of each offer on that day, in the transaction of the work under way, instead of those that the request holds. The
 * offers' rows are held while it counts, so that of many who come at once the last place goes to one.
 */
export async function takePlaces(
  permit: SupportPermit,
  request: SupportRequest,
  offerIds: readonly string[],
  day: PlainDate,
): Promise<Result<void>> {
  const ids = [...new Set(offerIds)].sort();
  const area = request.areaId;
  const at = permit.clock.now();
  await holdOffers(permit, area, ids, request.id);
  const year = fiscalYearNumber(day);
  const taken = await selectTaken(permit, area, ids, [year], permit.clock.today(), request.id);
  const uses = await selectUses(permit, area, request.workplaceKey, year, request.id);
  for (const offer of await selectOffers(permit, area, { ids })) {
    const full = fullOn(offer, taken.get(offer.id) ?? NOTHING_TAKEN, day);
    if (full) return conflict(`${offer.title}: ${ERRORS.ja[FULL[full]]}`);
    if (offer.perWorkplace !== null && (uses.get(offer.id) ?? 0) >= offer.perWorkplace)
      return conflict(`${offer.title}: ${ERRORS.ja.uses}`);
  }
  await releaseBookings(permit, area, request.id, at, "replaced");
  const { id: requestId, workplaceKey } = request;
  await insertBookings(permit, area, ids, { requestId, workplaceKey, day }, at);
  return ok(undefined);
}
