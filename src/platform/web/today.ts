import type { PlainDate } from "#platform/kernel/plain-date.ts";

/**
 * Something that a person should do, or know, today. Modules offer them; the page of today shows them together.
 *
 * - `urgency`: `overdue` (its day has gone by), `today` (to be done now), `know` (nothing to do).
 * - `title` and `detail` are shown as they are; no health detail of a person belongs in them.
 */
export type TodayItem = Readonly<{
  urgency: "overdue" | "today" | "know";
  title: string;
  detail?: string;
  due?: PlainDate;
  action: Readonly<{ to: string; label: string }>;
}>;
