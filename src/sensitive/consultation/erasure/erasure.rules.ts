import { addMonths, type PlainDate } from "#platform/kernel/plain-date.ts";

/** So long a case is kept after it was closed, unless its office says otherwise. */
export const YEARS_KEPT = 5;
export const [FEWEST_YEARS, MOST_YEARS] = [3, 30];

/** Cases closed before that day have had their time. */
export const closedBefore = (today: PlainDate, years: number): PlainDate => addMonths(today, -12 * years);

/** What is kept of cases that were erased, by the fiscal year of their contacts. */
export type KeptYear = Readonly<{ contacts: number; mental: number; persons: number }>;
export type KeptCounts = Readonly<Record<string, KeptYear>>;

export function addedCounts(
  before: KeptCounts,
  more: readonly (KeptYear & Readonly<{ year: number }>)[],
): KeptCounts {
  const counts: Record<string, KeptYear> = { ...before };
  for (const { year, contacts, mental, persons } of more) {
    const held = counts[year] ?? { contacts: 0, mental: 0, persons: 0 };
    counts[year] = {
      contacts: held.contacts + contacts,
      mental: held.mental + mental,
      persons: held.persons + persons,
    };
  }
  return counts;
}
