import type { Branded } from "./ids.ts";

/** A calendar day without a time, `YYYY-MM-DD`. Days mean days in Asia/Tokyo throughout. */
export type PlainDate = Branded<"PlainDate">;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day that the text names, or undefined where it names none (31 February, wrong shape). */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const utc = new Date(Date.UTC(year, month - 1, day));
  const exists = utc.getUTCFullYear() === year && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day;
  return exists ? (text as PlainDate) : undefined;
}

/** As parsePlainDate, for text that the code itself wrote. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new RangeError(`not a day: ${text}`);
  return date;
}

/** A format is dear to make and cheap to use. */
const formats = new Map<string, Intl.DateTimeFormat>();

export function plainDateIn(instant: Date, timeZone: string): PlainDate {
  // sv-SE writes dates as YYYY-MM-DD.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  formats.set(timeZone, format);
  return format.format(instant) as PlainDate;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const utc = new Date(Date.UTC(year, month - 1, day + days));
  // A third of the time of toISOString: lists of offers move days by the thousand.
  const digits = (part: number, length: number) => String(part).padStart(length, "0");
  return `${digits(utc.getUTCFullYear(), 4)}-${digits(utc.getUTCMonth() + 1, 2)}-${digits(utc.getUTCDate(), 2)}` as PlainDate;
}

/** The same day of another month; the 31st becomes the month's last day where it has none (民法143条). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10) as PlainDate;
}

export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

const WEEKDAYS = ["日", "月", "火", "水", "木", "金", "土"] as const;

/** 2026年11月22日, as certificates write it */
export function showDayJa(date: PlainDate): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
}

/** 2026年11月22日（日） */
export function showDateJa(date: PlainDate): string {
  return `${showDayJa(date)}（${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]}）`;
}
