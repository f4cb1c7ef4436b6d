import {
  addDays,
  addMonths,
  type PlainDate,
  parsePlainDate,
  plainDate,
} from "#platform/kernel/plain-date.ts";

export type CalendarView = "month" | "week";
type Period = Readonly<{
  view: CalendarView;
  /** The days that are shown, whole weeks from Sunday to Saturday. */
  from: PlainDate;
  until: PlainDate;
  /** The days of the month or week itself. */
  first: PlainDate;
  last: PlainDate;
  before: PlainDate;
  after: PlainDate;
}>;

const weekday = (day: PlainDate) => new Date(`${day}T00:00:00Z`).getUTCDay();
const sundayOf = (day: PlainDate) => addDays(day, -weekday(day));

/** The month or week around the day that an address names; today where it names none. */
export function periodOf(query: URLSearchParams, today: PlainDate): Period {
  const day = parsePlainDate(query.get("day") ?? "") ?? today;
  if (query.get("view") === "week") {
    const from = sundayOf(day);
    const until = addDays(from, 6);
    return {
      view: "week",
      from,
      until,
      first: from,
      last: until,
      before: addDays(from, -7),
      after: addDays(from, 7),
    };
  }
  const first = plainDate(`${day.slice(0, 7)}-01`);
  const after = addMonths(first, 1);
  const last = addDays(after, -1);
  const [from, until] = [sundayOf(first), addDays(sundayOf(last), 6)];
  return { view: "month", from, until, first, last, before: addMonths(first, -1), after };
}

/** The days in rows of a week. */
export function weeksOf({ from, until }: Pick<Period, "from" | "until">): PlainDate[][] {
  const weeks: PlainDate[][] = [];
  for (let sunday = from; sunday <= until; sunday = addDays(sunday, 7))
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(sunday, i)));
  return weeks;
}
