import type { StateTable } from "#platform/kernel/states.ts";
import type { Booking, BookingState, BookingStep } from "./booking.schema.ts";

/** The one table of states of a booking. `offered` is a place kept free for somebody until a time. */
export const BOOKING = {
  waiting: { offer: "offered", cancel: "cancelled" },
  offered: { book: "booked", cancel: "cancelled" },
  booked: { attend: "attended", cancel: "cancelled" },
  attended: {},
  cancelled: {},
} as const satisfies StateTable<BookingState, BookingStep>;

/** In these a place is taken: nobody else can have it. */
export const HELD = ["offered", "booked", "attended"] as const satisfies readonly BookingState[];
/** In these it can still be given back. */
export const LIVE = (Object.keys(BOOKING) as BookingState[]).filter((state) => "cancel" in BOOKING[state]);

/** Whether the number of places is reached; null is no limit. */
export const isFull = (limit: number | null, held: number): boolean => limit !== null && held >= limit;

/** Places left; infinitely many where nothing limits them. */
export const freeOf = (limit: number | null, held: number): number =>
  limit === null ? Number.POSITIVE_INFINITY : Math.max(0, limit - held);

type InLine = Pick<Booking, "id" | "state" | "madeAt" | "offeredUntil" | "cameBefore">;

/** Those who wait, in their order: who comes for the first time goes first where that is asked for, then by arrival. */
export const inLine = <One extends InLine>(
  line: readonly One[],
  { newFirst = false }: { newFirst?: boolean } = {},
): One[] =>
  line
    .filter(({ state }) => state === "waiting")
    .sort(
      (a, b) =>
        (newFirst ? Number(a.cameBefore) - Number(b.cameBefore) : 0) ||
        a.madeAt.getTime() - b.madeAt.getTime() ||
        a.id.localeCompare(b.id),
    );

/** The offered place whose time has gone by: it passes on to the next. */
export const lapsedIn = <One extends InLine>(line: readonly One[], now: Date): One | undefined =>
  line.find(({ state, offeredUntil }) => state === "offered" && offeredUntil! <= now);

/** Whether a place is offered and can still be taken. */
export const isOnOffer = ({ state, offeredUntil }: InLine, now: Date): boolean =>
  state === "offered" && offeredUntil! > now;
