import { type Booking, inLine } from "#foundation/bookings/public.ts";
import type { Event } from "../model/event.schema.ts";

type Waiting = Pick<Booking, "id" | "state" | "madeAt" | "offeredUntil" | "cameBefore" | "seats">;

/**
 * Who is offered free places next, and how many. A group that wants all of its seats at once lets smaller ones behind it
 * go first until they are free; by the other rule whoever is first is offered what there is.
 */
export function nextOf<One extends Waiting>(
  { groupRule, priority }: Pick<Event, "groupRule" | "priority">,
  line: readonly One[],
  free: number,
): { waiting: One; seats: number } | undefined {
  if (free < 1) return undefined;
  const order = inLine(line, { newFirst: priority === "small" });
  const waiting = groupRule === "part" ? order[0] : order.find(({ seats }) => seats <= free);
  return waiting && { waiting, seats: Math.min(waiting.seats, free) };
}

/** The place in the line, from one on. */
export const positionIn = (event: Pick<Event, "priority">, line: readonly Waiting[], id: string): number =>
  inLine(line, { newFirst: event.priority === "small" }).findIndex((one) => one.id === id) + 1;
