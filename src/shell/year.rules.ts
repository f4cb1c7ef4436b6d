import {
  type FiscalYear,
  firstDayOf,
  fiscalYearOf,
  lastDayOf,
  showFiscalYearJa,
} from "#platform/kernel/fiscal-year.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { CalendarItem } from "#platform/web/today.ts";
import { TODAY } from "./today.messages.ts";

export type Station = Readonly<{
  title: string;
  day: PlainDate;
  state: "done" | "now" | "ahead";
  link: string;
}>;

/**
 * The year of the council as a line: its beginning, its meetings by day, and the report at its end. The station that comes next
 * is where the year stands now.
 */
export function stationsOf(items: readonly CalendarItem[], today: PlainDate): readonly Station[] {
  const year = fiscalYearOf(today);
  const [first, last] = [firstDayOf(year), lastDayOf(year)];
  const meetings = items.filter(({ station, day }) => station && day >= first && day <= last);
  if (meetings.length === 0) return [];
  const line = [
    { title: TODAY.start, day: first, link: "" },
    ...meetings.map(({ title, day, link }) => ({ title, day, link })),
    { title: TODAY.report, day: last, link: "" },
  ];
  const next = line.findIndex(({ day }) => day >= today);
  return line.map((one, i) => ({ ...one, state: i < next ? "done" : i === next ? "now" : "ahead" }));
}

export const yearLabel = (today: PlainDate): string => showFiscalYearJa(fiscalYearOf(today) as FiscalYear);
