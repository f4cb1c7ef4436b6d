import type { PlainDate } from "#platform/kernel/plain-date.ts";

/**
 * Something that a person should do, or know, today. Modules offer them; the page of today shows them together.
 *
 * - `urgency`: `overdue` (its day has gone by), `today` (to be done now), `waiting` (for others; to be looked after), `know`
 *   (nothing to do), `begin` (a first step that a place still has before it).
 * - `title` and `detail` are shown as they are; no health detail of a person belongs in them.
 * - `due`: until when; `on`: on which day it is.
 */
export type TodayItem = Readonly<{
  urgency: "overdue" | "today" | "waiting" | "know" | "begin";
  title: string;
  detail?: string;
  due?: PlainDate;
  on?: PlainDate;
  action: Readonly<{ to: string; label: string }>;
}>;

/** Something that has a day: a meeting, a visit. Modules offer them; the calendar and the page of today show them together. */
export type CalendarItem = Readonly<{
  day: PlainDate;
  /** Wall-clock times in Japan, `10:00`; none where it takes the day. */
  from?: string;
  to?: string;
  /** What it is: 会議, 訪問. */
  kind: string;
  title: string;
  place?: string;
  /** It is a station of the council's year. */
  station?: boolean;
  link: string;
}>;
