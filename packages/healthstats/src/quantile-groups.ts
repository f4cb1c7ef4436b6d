import { finite, notEmpty, positiveCount, refuse } from "./guards.ts";

/** Which end of the values is group 1. */
export interface QuantileGroupOptions {
  /** "highest" (default) or "lowest". */
  readonly groupOne?: "highest" | "lowest";
}

/**
 * Sorts areas into groups of nearly equal size by their value: quintiles, deciles.
 *
 *     group = ⌊(k + 1) − ⌈(m + 1 − rank)/(m/k)⌉⌋, at least 1;  m values, k groups
 *
 * Equal values share the lowest of their ranks, so they stand in one group. A rule for grouping: it
 * is not the same as cutting at percentiles.
 * Source: the rule of the English public health profiles (PHEindicatormethods, phe_quantile).
 * @param values one figure per area, null where it is missing
 * @param groups k, the number of groups
 * @param options groupOne ("highest")
 * @returns group of each area, in the order of the values; null for a missing value, and for all if
 *   fewer values than groups are known
 * @throws RefusedArgument values: must not be empty; entries must be finite numbers or null.
 * @throws RefusedArgument groups: must be a whole number, two or more.
 */
export function quantileGroups(
  values: readonly (number | null)[],
  groups: number,
  options: QuantileGroupOptions = {},
): (number | null)[] {
  const { groupOne = "highest" } = options;
  notEmpty(values, "values");
  if (positiveCount(groups, "groups") < 2) refuse("groups", "must be two or more");
  values.forEach((value, i) => {
    if (value !== null) finite(value, `values[${i}]`);
  });
  const sorted = Float64Array.from(values.filter((value) => value !== null)).sort();
  const m = sorted.length;
  if (m < groups) return values.map(() => null);
  return values.map((value) => {
    if (value === null) return null;
    const rank =
      groupOne === "lowest"
        ? countBefore(sorted, value, false) + 1
        : m - countBefore(sorted, value, true) + 1;
    const group = Math.floor(groups + 1 - Math.ceil((m + 1 - rank) / (m / groups)));
    return Math.max(1, group);
  });
}

/** How many sorted values lie below a value, or below and at it. */
function countBefore(sorted: Float64Array, value: number, including: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const before = including ? sorted[middle]! <= value : sorted[middle]! < value;
    if (before) low = middle + 1;
    else high = middle;
  }
  return low;
}
