import { type AgeBand, agesOf } from "../../../observations/schema.ts";
import type { StagedFigure } from "../schema.ts";

const endOf = (band: number): number => agesOf(band as AgeBand).last ?? 127;
const startOf = (band: number): number => agesOf(band as AgeBand).first;
/** True where every age of the inner band is one of the outer. */
export const isWithin = (inner: number, outer: number): boolean =>
  startOf(inner) >= startOf(outer) && endOf(inner) <= endOf(outer);

/** The narrowest bands that lie end to end from the first to the last age of the whole; undefined where some are missing. */
export function filling(whole: StagedFigure, within: readonly StagedFigure[]): StagedFigure[] | undefined {
  const filled: StagedFigure[] = [];
  let next = startOf(whole.ageBand);
  while (next <= endOf(whole.ageBand)) {
    const [narrowest] = within
      .filter(({ ageBand }) => startOf(ageBand) === next)
      .toSorted((a, b) => endOf(a.ageBand) - endOf(b.ageBand));
    if (!narrowest) return undefined;
    filled.push(narrowest);
    next = endOf(narrowest.ageBand) + 1;
    if (endOf(narrowest.ageBand) === 127) break;
  }
  return filled;
}

/** Bands of which no two share an age, taken from the youngest on. */
export function apartFrom(within: readonly StagedFigure[]): StagedFigure[] {
  const apart: StagedFigure[] = [];
  let next = 0;
  for (const row of within.toSorted((a, b) => endOf(a.ageBand) - endOf(b.ageBand))) {
    if (startOf(row.ageBand) < next) continue;
    apart.push(row);
    next = endOf(row.ageBand) + 1;
  }
  return apart;
}
