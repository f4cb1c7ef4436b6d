import { addDays, daysBetween, type PlainDate, plainDateIn } from "#platform/kernel/plain-date.ts";
import { isHoliday } from "#platform/kernel/working-day.ts";
import { SAY } from "./lending.messages.ts";
import type { HoldState } from "./lending-states.schema.ts";

export const HOUR_MS = 3_600_000;
/** Whoever has not brought something back has it until they do. */
const NEVER = new Date("9999-01-01T00:00:00Z");

export type Span = Readonly<{ starts: Date; busyUntil: Date }>;
export type Held = Span & Readonly<{ id: string; unitId: string; state: HoldState; ends: Date }>;

const meets = (one: Span, other: Span) => one.starts < other.busyUntil && other.starts < one.busyUntil;
const covers = (one: Span, at: Date) => one.starts <= at && at < one.busyUntil;

/** An instant of a day in Japan. */
export const instantAt = (day: PlainDate, time: string): Date => new Date(`${day}T${time}:00+09:00`);
export const dayOf = (at: Date): PlainDate => plainDateIn(at, "Asia/Tokyo");

export const earlier = (one: Date, other: Date): Date => new Date(Math.min(+one, +other));

/** What is out beyond its time stays taken, however long; the end that was agreed is kept beside it. */
export const asTaken = <H extends Held>(held: H, now: Date): H =>
  held.state === "out" && held.ends <= now ? { ...held, busyUntil: NEVER } : held;

/** How many at most are away at one time within a span: not the sum of all that are away at some time of it. */
export function peakOf(busy: readonly Span[], span: Span): number {
  const within = busy.filter((one) => meets(one, span));
  const moments = [span.starts, ...within.map(({ starts }) => starts).filter((at) => at > span.starts)];
  return Math.max(0, ...moments.map((at) => within.filter((one) => covers(one, at)).length));
}

/** How many of so many units can be had for a whole span: the one answer for page, request, hand-over and extension. */
export const freeOf = (units: number, busy: readonly Span[], span: Span): number =>
  Math.max(0, units - peakOf(busy, span));

/**
 * Gives each loan a unit: what stands fixed keeps its own, the others by when they start, each the unit it had where that
 * one is free. Undefined where they do not fit.
 */
export function settled(
  units: readonly string[],
  fixed: readonly Held[],
  loose: readonly Held[],
): ReadonlyMap<string, string> | undefined {
  const taken = new Map<string, Span[]>(units.map((unit) => [unit, []]));
  for (const one of fixed) taken.get(one.unitId)?.push(one);
  const given = new Map<string, string>();
  for (const one of [...loose].sort((a, b) => +a.starts - +b.starts || (a.id < b.id ? -1 : 1))) {
    const free = (unit: string) => taken.get(unit)?.every((other) => !meets(other, one)) ?? false;
    const unit = free(one.unitId) ? one.unitId : units.find(free);
    if (unit === undefined) return undefined;
    taken.get(unit)!.push(one);
    given.set(one.id, unit);
  }
  return given;
}

/** The same, where some loans may have no unit as it is: then these stay as they are, and only the new ones are placed. */
export function packed(
  units: readonly string[],
  busy: readonly Held[],
  more: readonly Held[],
): ReadonlyMap<string, string> | undefined {
  const isFixed = ({ state }: Held) => state !== "held";
  const loose = busy.filter((one) => !isFixed(one));
  return settled(units, busy.filter(isFixed), [...loose, ...more]) ?? settled(units, busy, more);
}

/** When the first of others begins that leaves too few for those who stay longer. */
export function firstClash(
  units: number,
  others: readonly Span[],
  own: number,
  { starts, busyUntil }: Span,
): Date | undefined {
  const moments = others.map((one) => one.starts).filter((at) => at >= starts && at < busyUntil);
  return [starts, ...moments]
    .sort((a, b) => +a - +b)
    .find((at) => others.filter((one) => covers(one, at)).length + own > units);
}

export type OfficeRule = Readonly<{
  leadDays: number;
  aheadDays: number;
  mostDays: number;
  countsOpen: boolean;
  openOn: readonly number[];
  openOnHolidays: boolean;
  closedOn: readonly PlainDate[];
  opens: string;
  closes: string;
}>;

/** Whether things are handed over and taken back on that day. */
export function isOpen({ openOn, openOnHolidays, closedOn }: OfficeRule, day: PlainDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  const newYear = day.slice(5) >= "12-29" || day.slice(5) <= "01-03";
  return (
    openOn.includes(weekday) && !closedOn.includes(day) && (openOnHolidays || !(isHoliday(day) || newYear))
  );
}

/** How long a loan is by the office's rule; a loan may last over closed days in any case. */
export function lengthOf(rule: OfficeRule, from: PlainDate, until: PlainDate): number {
  const days = Array.from({ length: daysBetween(from, until) + 1 }, (_, n) => addDays(from, n));
  return rule.countsOpen ? days.filter((day) => isOpen(rule, day)).length : days.length;
}

type Wish = Readonly<{ from: PlainDate; fromTime: string; until: PlainDate; untilTime: string }>;
type Fields = Readonly<Record<string, string[]>>;

/** What the office's rule says against those days, by field; by telephone it may be shorter before. */
export function againstRule(
  rule: OfficeRule,
  { from, fromTime, until, untilTime }: Wish,
  { now, byOffice }: Readonly<{ now: Date; byOffice: boolean }>,
): Fields | undefined {
  const today = dayOf(now);
  const hours = (time: string) => time >= rule.opens && time <= rule.closes;
  const length = lengthOf(rule, from, until);
  const checks: readonly (readonly [boolean, string, string])[] = [
    [instantAt(until, untilTime) <= instantAt(from, fromTime), "until", SAY.order],
    [instantAt(from, fromTime) < now, "from", SAY.past],
    [!byOffice && daysBetween(today, from) < rule.leadDays, "from", SAY.lead(rule.leadDays)],
    [daysBetween(today, from) > rule.aheadDays, "from", SAY.ahead(rule.aheadDays)],
    [!isOpen(rule, from), "from", SAY.closed("受取り")],
    [!isOpen(rule, until), "until", SAY.closed("返却")],
    [!hours(fromTime), "fromTime", SAY.hours("受取り", rule.opens, rule.closes)],
    [!hours(untilTime), "untilTime", SAY.hours("返却", rule.opens, rule.closes)],
    [length > rule.mostDays, "until", SAY.long(rule.mostDays, rule.countsOpen, length)],
  ];
  const wrong = checks.find(([against]) => against);
  return wrong && { [wrong[1]]: [wrong[2]] };
}

const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/** What is quoted on the telephone: L-7KQ4MTB. */
export const loanNumber = (chance: Uint8Array): string =>
  `L-${Array.from(chance.slice(0, 7), (byte) => SIGNS[byte % SIGNS.length]).join("")}`;
