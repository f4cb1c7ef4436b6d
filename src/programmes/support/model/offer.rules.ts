import rrule from "rrule";
import { freeOf, isFull } from "#foundation/bookings/public.ts";
import { addDays, type PlainDate } from "#platform/kernel/plain-date.ts";
import { allows } from "#platform/kernel/states.ts";
import { isHoliday } from "#platform/kernel/working-day.ts";
import type { Intake, Offer } from "./offer.schema.ts";

const ANCHOR = "2024-04-01" as PlainDate;
const MOST_REMEMBERED = 20_000;

/** The same answers about days, found once for each rule of days: hundreds of offers share a few dozen rules. */
function remembering<Answer>(answer: (rule: string, day: PlainDate) => Answer): typeof answer {
  const rules = new Map<string, Map<PlainDate, Answer>>();
  let remembered = 0;
  return (rule, day) => {
    if (remembered >= MOST_REMEMBERED) {
      rules.clear();
      remembered = 0;
    }
    const days = rules.get(rule) ?? new Map<PlainDate, Answer>();
    const known = days.get(day);
    if (known !== undefined || days.has(day)) return known as Answer;
    const found = answer(rule, day);
    rules.set(rule, days.set(day, found));
    remembered += 1;
    return found;
  };
}

/** Whether the rule names that day. A rule that repeats each single week or month needs no far beginning to count from. */
export const ruleNames = remembering((rule, day): boolean => {
  if (rule === "") return true;
  const from = /INTERVAL=(?!1\b)/.test(rule) ? ANCHOR : (`${day.slice(0, 8)}01` as PlainDate);
  const at = new Date(`${day}T00:00:00Z`);
  const dtstart = new Date(`${from}T00:00:00Z`);
  return new rrule.RRule({ ...rrule.RRule.parseString(rule), dtstart }).between(at, at, true).length > 0;
});

export type Closed = "ended" | "weekday" | "holiday" | "hours";
export type Slot = Readonly<{ day: PlainDate; from: string; to: string }>;

/** Whether two lists name the same times in the same order; stored ones come back with their parts in another order. */
export const sameSlots = (one: readonly Slot[], other: readonly Slot[]): boolean => {
  const told = (slots: readonly Slot[]) => slots.map(({ day, from, to }) => `${day} ${from} ${to}`).join();
  return told(one) === told(other);
};

/** Why an offer can't be had at that time by its own days and hours; undefined where it can. */
export function closedAt(
  offer: Pick<Offer, "rrule" | "opensAt" | "closesAt" | "onHolidays" | "endedOn">,
  slot: Slot,
): Closed | undefined {
  if (offer.endedOn && slot.day > offer.endedOn) return "ended";
  if (!offer.onHolidays && isHoliday(slot.day)) return "holiday";
  if (!ruleNames(offer.rrule, slot.day)) return "weekday";
  return slot.from < offer.opensAt || slot.to > offer.closesAt ? "hours" : undefined;
}

/** How many places of an offer are taken: in its fiscal years, months (`2026-12`) and days. */
export type Taken = Readonly<{
  years: Readonly<Record<number, number>>;
  months: Readonly<Record<string, number>>;
  days: Readonly<Record<string, number>>;
}>;
export const NOTHING_TAKEN: Taken = { years: {}, months: {}, days: {} };

export const fiscalYearNumber = (day: PlainDate): number =>
  Number(day.slice(5, 7)) >= 4 ? Number(day.slice(0, 4)) : Number(day.slice(0, 4)) - 1;

export type Full = "day" | "month" | "year";
type Limits = Pick<Offer, "perDay" | "perMonth" | "perYear">;

/** The first limit that a further visit on that day would break; undefined where there is a place. */
export function fullOn(limits: Limits, taken: Taken, day: PlainDate): Full | undefined {
  if (isFull(limits.perYear, taken.years[fiscalYearNumber(day)] ?? 0)) return "year";
  if (isFull(limits.perMonth, taken.months[day.slice(0, 7)] ?? 0)) return "month";
  return isFull(limits.perDay, taken.days[day] ?? 0) ? "day" : undefined;
}

/** Places left in the fiscal year and month of that day, the smaller; null where nothing limits. */
export function placesLeft(limits: Limits, taken: Taken, day: PlainDate): number | null {
  const least = Math.min(
    freeOf(limits.perYear, taken.years[fiscalYearNumber(day)] ?? 0),
    freeOf(limits.perMonth, taken.months[day.slice(0, 7)] ?? 0),
  );
  return Number.isFinite(least) ? least : null;
}

/** What its intake is on that day: the state that is kept holds between its two dates, before and after it is open. */
export function intakeOn(
  offer: Pick<Offer, "intake" | "intakeSince" | "intakeUntil">,
  day: PlainDate,
): Intake {
  const begun = offer.intakeSince === null || offer.intakeSince <= day;
  const over = offer.intakeUntil !== null && offer.intakeUntil < day;
  return begun && !over ? offer.intake : "open";
}

/** What can be done with an offer by the state of its intake; its two dates and its limits have their say besides. */
export const INTAKE = {
  open: ["ask", "serve"],
  waiting_list: ["wait", "serve"],
  suspended: [],
} as const satisfies Record<Intake, readonly ("ask" | "wait" | "serve")[]>;

/** Whether anybody is taken now: at once, or into the line. */
export const takesAny = (intake: Intake): boolean =>
  allows(INTAKE, intake, "ask") || allows(INTAKE, intake, "wait");

/**
 * Whether places of it are offered to those in line: who keeps a waiting list without any limit opens the intake again
 * to say that there is room.
 */
export function servesLine(offer: Offer, today: PlainDate): boolean {
  const limited = [offer.perDay, offer.perMonth, offer.perYear].some((limit) => limit !== null);
  const intake = intakeOn(offer, today);
  if (offer.endedOn !== null && offer.endedOn < today) return false;
  return allows(INTAKE, intake, "serve") && (allows(INTAKE, intake, "ask") || limited);
}

const LOOK_AHEAD_DAYS = 180;

/** The next days that a rule names from that day on, with and without public holidays; undefined where far off. */
const nextDay = remembering((rule, from) => soonest(from, (day) => ruleNames(rule, day)));
const nextWorkday = remembering((rule, from) =>
  soonest(from, (day) => !isHoliday(day) && ruleNames(rule, day)),
);

function soonest(from: PlainDate, suits: (day: PlainDate) => boolean): PlainDate | undefined {
  for (let step = 0, day = from; step < LOOK_AHEAD_DAYS; step += 1, day = addDays(day, 1))
    if (suits(day)) return day;
  return undefined;
}

/** The first day on which the offer can be had, or undefined within half a year. */
export function firstDay(offer: Offer, taken: Taken, today: PlainDate): PlainDate | undefined {
  const suspended = !takesAny(intakeOn(offer, today));
  if (suspended && !offer.intakeUntil) return undefined;
  const next = offer.onHolidays ? nextDay : nextWorkday;
  let from = addDays(today, offer.leadDays);
  if (suspended && offer.intakeUntil! >= from) from = addDays(offer.intakeUntil!, 1);
  let day = next(offer.rrule, from);
  while (day && fullOn(offer, taken, day)) {
    day = next(offer.rrule, addDays(day, 1));
    if (day && day >= addDays(from, LOOK_AHEAD_DAYS)) return undefined;
  }
  return day && offer.endedOn && day > offer.endedOn ? undefined : day;
}
