import type { Work } from "#foundation/authority/public.ts";
import { type BookingHolder, defineBookings } from "#foundation/bookings/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { conflict, ok, type Result } from "#platform/kernel/result.ts";
import type { SupportPermit } from "../access.ts";
import { fiscalYearNumber, fullOn, NOTHING_TAKEN, type Taken } from "../model/offer.rules.ts";
import { ERRORS } from "../model/request.messages.ts";
import type { SupportRequest } from "../model/request.schema.ts";
import { takenFrom } from "./capacity.rules.ts";
import { lockOffers, selectOffers, updateTaken } from "./offer.store.server.ts";

/** Places of offers: who holds one is a request, and its slot is the day of the visit. */
export const places = defineBookings({ type: "support-offer", lock: lockOffers, changed: keepTaken });

export const holderOf = ({
  id,
  workplaceKey,
}: Pick<SupportRequest, "id" | "workplaceKey">): BookingHolder => ({
  ...{ type: "support-request", id, party: workplaceKey },
});

const firstDayOf = (year: number) => `${year}-04-01`;
const lastDayOf = (year: number) => `${year + 1}-03-31`;
const monthOf = (today: PlainDate) => `${today.slice(0, 8)}01`;

/**
 * Places taken, by offer, in these fiscal years, and in them the months and days from this month on, which is all that can
 * still be asked for. The places of one request may be left out.
 */
export async function countTaken(
  permit: Work,
  area: AreaId,
  offers: readonly string[],
  years: readonly number[],
  today: PlainDate,
  except?: string,
): Promise<ReadonlyMap<string, Taken>> {
  const taken = new Map<string, Taken>();
  for (const year of years) {
    const range = { from: firstDayOf(year), to: lastDayOf(year), since: monthOf(today), except };
    for (const [id, more] of takenFrom(await places.sums(permit, area, offers, range), year)) {
      const { years, months, days } = taken.get(id) ?? NOTHING_TAKEN;
      taken.set(id, {
        years: { ...years, ...more.years },
        months: { ...months, ...more.months },
        days: { ...days, ...more.days },
      });
    }
  }
  return taken;
}

/** How often a workplace had each offer in a fiscal year. */
export const countUses = (
  permit: Work,
  area: AreaId,
  workplaceKey: string,
  year: number,
  except?: string,
): Promise<ReadonlyMap<string, number>> =>
  places.uses(permit, area, workplaceKey, { from: firstDayOf(year), to: lastDayOf(year), except });

/** Keeps beside each offer what is taken of it from this fiscal year on, for lists to show. */
async function keepTaken(work: Work, area: AreaId, ids: readonly string[]): Promise<void> {
  const today = work.clock.today();
  const year = fiscalYearNumber(today);
  const range = { from: firstDayOf(year), since: monthOf(today) };
  const taken = takenFrom(await places.sums(work, area, ids, range), year);
  for (const id of ids) await updateTaken(work, area, id, taken.get(id) ?? NOTHING_TAKEN);
}

const FULL = { day: "full", month: "fullMonth", year: "fullYear" } as const;

/** Takes a place of each offer on that day for a request, instead of those that it holds. */
export function takePlaces(
  permit: SupportPermit,
  request: SupportRequest,
  offerIds: readonly string[],
  day: PlainDate,
): Promise<Result<void>> {
  const { areaId: area, id, workplaceKey } = request;
  const ids = [...new Set(offerIds)];
  return places.book(permit, area, { ids, slot: day, holder: holderOf(request) }, async () => {
    const year = fiscalYearNumber(day);
    const taken = await countTaken(permit, area, ids, [year], permit.clock.today(), id);
    const uses = await countUses(permit, area, workplaceKey, year, id);
    for (const offer of await selectOffers(permit, area, { ids })) {
      const full = fullOn(offer, taken.get(offer.id) ?? NOTHING_TAKEN, day);
      if (full) return conflict(`${offer.title}: ${ERRORS.ja[FULL[full]]}`);
      if (offer.perWorkplace !== null && (uses.get(offer.id) ?? 0) >= offer.perWorkplace)
        return conflict(`${offer.title}: ${ERRORS.ja.uses}`);
    }
    return ok(undefined);
  });
}
