import { reachingAlso } from "#foundation/authority/public.ts";
import { defineBookings } from "#foundation/bookings/public.ts";
import type { EventPermit } from "../access.ts";
import { lockEvents } from "../catalogue/event.store.server.ts";

export const SIGN_UP = "event-sign-up";

/** Places of an event; a sign-up holds as many as come with it. */
export const places = defineBookings({
  type: "event",
  async lock(work, area, ids) {
    await lockEvents(work, area, ids);
  },
});

/**
 * Counts as the secretariat would: a visitor, whose reach is nowhere, learns from it whether there are seats, and nothing
 * of who has them.
 */
export const countingAll = <T>(permit: EventPermit, event: string, count: () => Promise<T>): Promise<T> =>
  reachingAlso(permit, [permit.subject.area, event], count);

/** How many places of each event are taken, those that are offered with them. */
export async function takenOf(
  permit: EventPermit,
  ids: readonly string[],
  except?: string,
): Promise<ReadonlyMap<string, number>> {
  const sums = await places.sums(permit, permit.subject.area, ids, { from: "", except });
  return new Map(sums.map(({ subjectId, held }) => [subjectId, held]));
}
