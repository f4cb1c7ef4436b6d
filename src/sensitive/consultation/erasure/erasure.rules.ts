import { addMonths, type PlainDate } from "#platform/kernel/plain-date.ts";

/** So long a case is kept after it was closed, unless its office says otherwise. */
export const YEARS_KEPT = 5;
export const [FEWEST_YEARS, MOST_YEARS] = [3, 30];

/** Cases closed before that day have had their time. */
export const closedBefore = (today: PlainDate, years: number): PlainDate => addMonths(today, -12 * years);

/** What is kept of cases that were erased: by fiscal year, how many there were and how many contacts they had. */
export type KeptCounts = Readonly<Record<string, Readonly<{ cases: number; contacts: number }>>>;

export function addedCounts(
  before: KeptCounts,
  more: readonly Readonly<{ year: number; contacts: number }>[],
): KeptCounts {
  const counts: Record<string, { cases: number; contacts: number }> = { ...before };
  for (const { year, contacts } of more) {
    const held = counts[year] ?? { cases: 0, contacts: 0 };
    counts[year] = { cases: held.cases + 1, contacts: held.contacts + contacts };
  }
  return counts;
}
