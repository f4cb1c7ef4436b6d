import { type PlainDate, plainDateIn } from "./plain-date.ts";

/** The time, as an argument: rules and use-cases never ask the system for it. */
export interface Clock {
  now(): Date;
  /** Today in Asia/Tokyo. */
  today(): PlainDate;
}

export const systemClock: Clock = clockOf(() => new Date());

/** A clock that stands still, for tests and for demonstration data. */
export const fixedClock = (instant: string): Clock => clockOf(() => new Date(instant));

function clockOf(now: () => Date): Clock {
  return { now, today: () => plainDateIn(now(), "Asia/Tokyo") };
}
