import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { fiscalYearNumber, type Taken } from "../model/offer.rules.ts";

type Sum = Readonly<{ subjectId: string; slot: string | null; held: number }>;

/** What is taken of each offer, from sums of its days; a sum without a day is of days gone by in that fiscal year. */
export function takenFrom(sums: readonly Sum[], year: number): ReadonlyMap<string, Taken> {
  const taken = new Map<string, { [Span in keyof Taken]: Record<string, number> }>();
  for (const { subjectId, slot, held } of sums) {
    const one = taken.get(subjectId) ?? { years: {}, months: {}, days: {} };
    taken.set(subjectId, one);
    const add = (spans: Record<string, number>, span: string) => {
      spans[span] = (spans[span] ?? 0) + held;
    };
    add(one.years, String(slot === null ? year : fiscalYearNumber(slot as PlainDate)));
    if (slot === null) continue;
    add(one.months, slot.slice(0, 7));
    add(one.days, slot);
  }
  return taken;
}
