import { each, finite, notEmpty, probability } from "./guards.ts";

/**
 * Percentiles of type 7: straight lines between the ordered values.
 *
 *     h = (n − 1)·p;  Q = x₍⌊h⌋₎ + (h − ⌊h⌋)·(x₍⌊h⌋+1₎ − x₍⌊h⌋₎), counted from 0
 *
 * The default of R and of PERCENTILE.INC; SPSS and PERCENTILE.EXC use type 6, with other numbers.
 * Source: Hyndman and Fan, The American Statistician 1996;50:361.
 * @param values measurements, at least one; missing ones are left out by the caller
 * @param shares which percentiles, as shares from 0 to 1
 * @returns one percentile per share, in the unit of the values
 * @throws RefusedArgument values: must not be empty; each entry must be a finite number.
 * @throws RefusedArgument shares: must not be empty; each entry must lie between 0 and 1.
 */
export function percentiles(values: ArrayLike<number>, shares: ArrayLike<number>): number[] {
  notEmpty(values, "values");
  each(values, "values", finite);
  notEmpty(shares, "shares");
  each(shares, "shares", probability);
  const sorted = Float64Array.from(values).sort();
  return Array.from(shares, (share) => percentileOfSorted(sorted, share));
}

/** Distance from the first to the third quartile; arguments and refusals as for percentiles. */
export function interquartileRange(values: ArrayLike<number>): number {
  const [first, third] = percentiles(values, [0.25, 0.75]);
  return third! - first!;
}

function percentileOfSorted(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (position - below) * (high - low);
}
