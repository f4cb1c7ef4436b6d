import { each, finite, notEmpty, refuse, sameLength } from "./guards.ts";
import { normalTwoSidedP } from "./special-functions.ts";

/** Sen's slope compares every pair of years, so its cost grows with the square. */
const MOST_POINTS = 5_000;

/** Rank test of a trend, and the slope that goes with it. */
export interface MannKendall {
  /** Pairs that rise less pairs that fall. */
  readonly s: number;
  readonly variance: number;
  /** With continuity correction of one; 0 where s is 0. */
  readonly z: number;
  readonly p: number;
  readonly tauA: number;
  /** Corrected for ties; null if all values are equal. */
  readonly tauB: number | null;
  /** Median change per unit of time. */
  readonly senSlope: number;
}

/**
 * Mann–Kendall test with Sen's slope.
 *
 * Says: whether a short series rises or falls, whatever the shape of the rise; one wild year hardly
 * moves it.
 *
 *     S = Σ_{i<j} sign(xⱼ − xᵢ),  V = [n(n−1)(2n+5) − Σt(t−1)(2t+5)]/18 over groups of t equal values
 *     Z = (S ∓ 1)/√V,  Sen's slope = median of (xⱼ − xᵢ)/(tⱼ − tᵢ)
 *
 * The normal approximation is used for every n; below ten points the exact p-value differs.
 * Source: Mann, Econometrica 1945;13:245; Kendall 1975; Sen, JASA 1968;63:1379.
 * @param values one figure per point in time
 * @param times when each was measured, rising; 0, 1, 2 … if left out
 * @throws RefusedArgument values: 2 to 5,000 entries, each finite.
 * @throws RefusedArgument times: as many as values; finite and strictly rising.
 */
export function mannKendall(values: ArrayLike<number>, times?: ArrayLike<number>): MannKendall {
  const n = notEmpty(values, "values", 2).length;
  if (n > MOST_POINTS)
    refuse("values", `must have at most ${MOST_POINTS} entries, for every pair is compared`);
  each(values, "values", finite);
  const at = times ?? Array.from({ length: n }, (_, i) => i);
  sameLength(at, "times", values, "values");
  each(at, "times", finite);
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let s = 0;
  for (let i = 0, k = 0; i < n; i++) {
    if (i > 0 && !(at[i]! > at[i - 1]!)) refuse("times", "must rise from each entry to the next");
    for (let j = i + 1; j < n; j++) {
      const change = values[j]! - values[i]!;
      s += Math.sign(change);
      slopes[k++] = change / (at[j]! - at[i]!);
    }
  }
  let tiedPairs = 0;
  let tieCorrection = 0;
  for (const t of tieSizes(values)) {
    tiedPairs += (t * (t - 1)) / 2;
    tieCorrection += t * (t - 1) * (2 * t + 5);
  }
  const pairs = slopes.length;
  const variance = (n * (n - 1) * (2 * n + 5) - tieCorrection) / 18;
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return {
    s,
    variance,
    z,
    p: normalTwoSidedP(z),
    tauA: s / pairs,
    tauB: tiedPairs === pairs ? null : s / Math.sqrt(pairs * (pairs - tiedPairs)),
    senSlope: median(slopes),
  };
}

function tieSizes(values: ArrayLike<number>): number[] {
  const sizes = new Map<number, number>();
  // −0 and 0 are one value, as they are for a Map.
  for (let i = 0; i < values.length; i++) sizes.set(values[i]!, (sizes.get(values[i]!) ?? 0) + 1);
  return [...sizes.values()].filter((t) => t > 1);
}

function median(values: Float64Array): number {
  values.sort();
  const middle = values.length / 2;
  return values.length % 2 === 1 ? values[Math.floor(middle)]! : (values[middle - 1]! + values[middle]!) / 2;
}
