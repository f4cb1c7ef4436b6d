import { type Mean, meanOf } from "../cube/cube-mean.rules.ts";
import type { Tally } from "../cube/tally.rules.ts";
import { CHECKUP_ITEMS } from "../data/checkup-item.schema.ts";
import { MEASURED, measureKey } from "../model/checkup-indicator.schema.ts";

/** The mean of a measure in a file beside that of the same provider's year before. */
export type Drift = Readonly<{
  item: string;
  label: string;
  unit: string;
  persons: number;
  now: number;
  before: number | null;
  /** So different that somebody has to look. */
  far: boolean;
}>;

/** Means of the same people move by far less in a year. */
const FAR_DEVIATIONS = 0.5;
const LEAST_PERSONS = 30;

export function compareMeans(tally: Tally, before: readonly Mean[]): Drift[] {
  const sums = new Map<string, { n: number; sum: number; squares: number }>();
  for (const { indicator, examined, sum, sumSquares } of tally.counts()) {
    if (!indicator.startsWith("mean:")) continue;
    const held = sums.get(indicator) ?? { n: 0, sum: 0, squares: 0 };
    sums.set(indicator, { n: held.n + examined, sum: held.sum + sum, squares: held.squares + sumSquares });
  }
  const known = new Map(before.map((one) => [one.indicator, one]));
  return MEASURED.flatMap((item) => {
    const own = sums.get(measureKey(item));
    if (!own || own.n === 0) return [];
    const { label, unit } = CHECKUP_ITEMS.find(({ key }) => key === item)!;
    const now = meanOf(measureKey(item), own.n, own.sum, own.squares);
    const then = known.get(measureKey(item));
    const enough = then !== undefined && own.n >= LEAST_PERSONS && then.persons >= LEAST_PERSONS;
    const far = enough && Math.abs(now.mean - then.mean) > FAR_DEVIATIONS * then.deviation;
    return [{ item, label, unit, persons: own.n, now: now.mean, before: then?.mean ?? null, far }];
  });
}
