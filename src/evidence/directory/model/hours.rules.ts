import holiday from "@holiday-jp/holiday_jp";
import { addDays, type PlainDate } from "#platform/kernel/plain-date.ts";
import { WEEKDAYS, type Week, type Weekday } from "./resource-lists.schema.ts";

/**
 * When something is open, simple rows as offices write them. A row without weeks holds each week, with weeks on those
 * weekdays of a month (second Thursday). An exception without times is a day on which it is closed.
 */
export type HoursRow = Readonly<{
  weeks: readonly Week[];
  days: readonly Weekday[];
  from: string;
  to: string;
}>;
export type Exception = Readonly<{ day: PlainDate; from: string; to: string; note: string }>;
export type Hours = Readonly<{
  rows: readonly HoursRow[];
  closedOnHolidays: boolean;
  exceptions: readonly Exception[];
  note: string;
}>;
export const NO_HOURS: Hours = { rows: [], closedOnHolidays: true, exceptions: [], note: "" };

const FURTHEST_DAYS = 400;

export const hoursOf = (kept: unknown): Hours => ({ ...NO_HOURS, ...(kept as Partial<Hours> | null) });

export const isHoliday = (day: PlainDate): boolean => day in holiday.holidays;
export const weekdayOf = (day: PlainDate): Weekday =>
  WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]!;

/** Whether a row names that day, holidays aside. */
export function rowNames({ weeks, days }: HoursRow, day: PlainDate): boolean {
  if (!days.includes(weekdayOf(day))) return false;
  if (weeks.length === 0) return true;
  const nth = String(Math.ceil(Number(day.slice(8)) / 7)) as Week;
  const isLast = addDays(day, 7).slice(0, 7) !== day.slice(0, 7);
  return weeks.includes(nth) || (isLast && weeks.includes("-1"));
}

type Open = Readonly<{ from: string; to: string }>;

/** Its hours on a day, none where it is closed. */
export function openOn({ rows, closedOnHolidays, exceptions }: Hours, day: PlainDate): readonly Open[] {
  const own = exceptions.filter((one) => one.day === day);
  if (own.length > 0) return own.filter(({ from }) => from !== "").map(({ from, to }) => ({ from, to }));
  if (closedOnHolidays && isHoliday(day)) return [];
  return rows
    .filter((row) => rowNames(row, day))
    .map(({ from, to }) => ({ from, to }))
    .toSorted((a, b) => a.from.localeCompare(b.from));
}

/** Whether it is open at that time of that day; undefined where no hours are known. */
export const openAt = (hours: Hours, day: PlainDate, time: string): boolean | undefined =>
  hours.rows.length === 0 && hours.exceptions.length === 0
    ? undefined
    : openOn(hours, day).some(({ from, to }) => from <= time && time < to);

/** The next day from that one on, this one included, on which it is open. */
export function nextOpen(hours: Hours, from: PlainDate): (Open & { day: PlainDate }) | undefined {
  if (hours.rows.length === 0 && hours.exceptions.length === 0) return undefined;
  for (let ahead = 0; ahead < FURTHEST_DAYS; ahead += 1) {
    const day = addDays(from, ahead);
    const [first] = openOn(hours, day);
    if (first) return { day, ...first };
  }
  return undefined;
}

/** Days that its rows name and on which it is closed all the same, within a span. */
export function closedDays(hours: Hours, row: HoursRow, from: PlainDate, until: PlainDate): PlainDate[] {
  const closed: PlainDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1))
    if (rowNames(row, day) && !openOn(hours, day).some((open) => open.from === row.from)) closed.push(day);
  return closed;
}

const byday = ({ weeks, days }: HoursRow): string =>
  (weeks.length === 0 ? days : weeks.flatMap((week) => days.map((day) => `${week}${day}`))).join(",");

/** A row in the words of RFC 5545. */
export const ruleOfRow = (row: HoursRow): string =>
  `FREQ=${row.weeks.length === 0 ? "WEEKLY" : "MONTHLY"};BYDAY=${byday(row)}`;
export const freqOf = ({ weeks }: HoursRow) => (weeks.length === 0 ? "WEEKLY" : "MONTHLY");
export const bydayOf = byday;

const SCHEMA_DAYS: Readonly<Record<Weekday, string>> = {
  ...{ MO: "Monday", TU: "Tuesday", WE: "Wednesday", TH: "Thursday" },
  ...{ FR: "Friday", SA: "Saturday", SU: "Sunday" },
};

/** The rows that hold each week, and the exceptions, as schema.org writes them; it knows no second Thursday. */
export const openingHoursSpecification = ({ rows, exceptions }: Hours) => [
  ...rows
    .filter(({ weeks }) => weeks.length === 0)
    .map(({ days, from, to }) => ({
      "@type": "OpeningHoursSpecification",
      dayOfWeek: days.map((day) => `https://schema.org/${SCHEMA_DAYS[day]}`),
      opens: from,
      closes: to,
    })),
  ...exceptions.map(({ day, from, to }) => ({
    "@type": "OpeningHoursSpecification",
    validFrom: day,
    validThrough: day,
    opens: from || "00:00",
    closes: to || "00:00",
  })),
];
