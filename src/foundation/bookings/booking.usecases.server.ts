import type { Work } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import type { Bookable, Booking, BookingHolder } from "./booking.schema.ts";
import {
  endBookings,
  insertBookings,
  selectEnded,
  selectHeldBy,
  selectLine,
  selectLines,
  selectOf,
  sumByParty,
  sumHeld,
  updateAttended,
  updateOffered,
  updateSeats,
} from "./booking.store.server.ts";

type Ids = readonly string[];

/**
 * Places of one kind of thing. Whoever takes or gives back a place holds the rows of the things, those of which it has
 * places too, always in the same order; then counts, then writes. So the last place goes to one holder, without deadlocks.
 */
export function defineBookings({ type, lock, changed }: Bookable) {
  async function hold(work: Work, area: AreaId, ids: Ids, holder: string): Promise<void> {
    const all = new Set([...ids, ...(await selectHeldBy(work, area, type, holder))]);
    await lock(work, area, [...all].sort());
  }
  const tell = async (work: Work, area: AreaId, ids: Ids) => {
    if (ids.length > 0) await changed?.(work, area, [...new Set(ids)]);
  };

  return {
    /** Holds these things, and those of which that holder has places, until the transaction ends. */
    hold,

    /** Takes a place of each in that slot, in place of all that the holder has or waits for, unless `refused` says why not. */
    async book(
      work: Work,
      area: AreaId,
      {
        ids,
        slot,
        holder,
        seats = 1,
      }: Readonly<{ ids: Ids; slot: string; holder: BookingHolder; seats?: number }>,
      refused: () => Promise<Result<void>>,
    ): Promise<Result<void>> {
      await hold(work, area, ids, holder.id);
      const free = await refused();
      if (!free.ok) return free;
      const before = await endBookings(work, area, type, { holder: holder.id }, "replaced");
      const places = ids.map((id) => ({ type, id, slot, seats }));
      await insertBookings(work, area, places, holder, "booked");
      await tell(work, area, [...before, ...ids]);
      return ok(undefined);
    },

    /** Gives back all that a holder has or waits for. */
    async release(work: Work, area: AreaId, holder: string, why: string): Promise<void> {
      await hold(work, area, [], holder);
      await tell(work, area, await endBookings(work, area, type, { holder }, why));
    },

    /** Joins the line for a thing; doing it twice is once. */
    wait: (work: Work, area: AreaId, id: string, holder: BookingHolder, cameBefore: boolean, seats = 1) =>
      insertBookings(work, area, [{ type, id, cameBefore, seats }], holder, "waiting"),
    /** A holder who has or waits for several places needs only so many; it keeps its place in the line. */
    async shrink(work: Work, area: AreaId, holder: string, seats: number): Promise<void> {
      await hold(work, area, [], holder);
      await tell(work, area, await updateSeats(work, area, type, holder, seats));
    },
    /** What a holder has or waits for; where that is over, how it ended. */
    of: (work: Work, area: AreaId, holders: Ids) => selectOf(work, area, type, holders),

    /** Keeps a place free for who waits, until a time. The caller holds the thing and has counted. False: they wait no more. */
    async offer(
      work: Work,
      area: AreaId,
      { id, subjectId }: Pick<Booking, "id" | "subjectId">,
      place: Readonly<{ slot: string; offeredUntil: Date; seats?: number }>,
    ): Promise<boolean> {
      const offered = await updateOffered(work, area, id, place);
      await tell(work, area, offered ? [subjectId] : []);
      return offered;
    },

    /** Removes a holder from the waiting line, whether waiting or offered a place. */
    async leave(work: Work, area: AreaId, { id, subjectId }: Booking, why: string): Promise<void> {
      await lock(work, area, [subjectId]);
      await tell(work, area, await endBookings(work, area, type, { id }, why));
    },

    /** Who has a place came. False where they have none. */
    attend: (work: Work, area: AreaId, { id }: Pick<Booking, "id">) => updateAttended(work, area, id),

    line: (work: Work, area: AreaId, of: Parameters<typeof selectLine>[3]) =>
      selectLine(work, area, type, of),
    lines: (work: Work) => selectLines(work, type),
    heldBy: (work: Work, area: AreaId, holder: string) => selectHeldBy(work, area, type, holder),
    /** Places from a slot on that were given back for that reason. */
    ended: (work: Work, area: AreaId, why: string, from: string) => selectEnded(work, area, type, why, from),
    sums: (work: Work, area: AreaId, ids: Ids, range: Parameters<typeof sumHeld>[4]) =>
      sumHeld(work, area, type, ids, range),
    uses: (work: Work, area: AreaId, party: string, range: Parameters<typeof sumByParty>[4]) =>
      sumByParty(work, area, type, party, range),
  };
}
