import { logPoissonProbability } from "./discrete-distributions.ts";
import { count, positive } from "./guards.ts";
import type { EstimateOptions } from "./interval.ts";
import { chiSquareUpperTail, gammaLowerTail, gammaUpperTail } from "./special-functions.ts";
import { type StandardisedRatio, standardisedRatio } from "./standardised-ratio.ts";

/** Options of the SMR. */
export interface MortalityRatioOptions extends EstimateOptions {
  /** "exact" (default) for any count; "byar-from-10" as most published English tables do. */
  readonly limits?: "exact" | "byar-from-10";
}

/**
 * Standardised mortality ratio with exact limits.
 *
 * Says: deaths of the area per 100 deaths expected at the reference's death rates by age and sex.
 *
 *     SMR = O/E · 100      lower = χ²(α/2; 2O)/(2E)      upper = χ²(1 − α/2; 2O + 2)/(2E)
 *
 * Source: Breslow and Day 1987, chapter 2; limits Garwood 1936.
 * @param observed O, deaths
 * @param expected E, deaths at the reference's rates (see expectedEvents)
 * @param options confidence (0.95); multiplier (100); limits ("exact")
 * @throws RefusedArgument observed: must be a whole number, not negative.
 * @throws RefusedArgument expected: must be a finite number above zero.
 * @throws RefusedArgument confidence, multiplier: out of range.
 */
export function standardisedMortalityRatio(
  observed: number,
  expected: number,
  options: MortalityRatioOptions = {},
): StandardisedRatio {
  const { limits = "exact", ...rest } = options;
  return standardisedRatio(observed, expected, limits, rest);
}

/** Tests of an SMR of 100. */
export interface MortalityRatioTests {
  /** (O − E)²/E, one degree of freedom. */
  readonly chiSquare: number;
  /** (|O − E| − ½)²/E, zero where |O − E| is below ½. */
  readonly chiSquareCorrected: number;
  /** p-value of chiSquare. */
  readonly pChiSquare: number;
  /** Two-sided exact Poisson p-value. */
  readonly pExact: number;
}

/**
 * Tests whether observed deaths differ from expected ones.
 *
 * Arguments and refusals as for the SMR.
 */
export function mortalityRatioTests(observed: number, expected: number): MortalityRatioTests {
  count(observed, "observed");
  positive(expected, "expected");
  const difference = Math.abs(observed - expected);
  const chiSquare = difference ** 2 / expected;
  return {
    chiSquare,
    chiSquareCorrected: Math.max(0, difference - 0.5) ** 2 / expected,
    pChiSquare: chiSquareUpperTail(chiSquare, 1),
    pExact: poissonTwoSidedP(observed, expected),
  };
}

/**
 * Two-sided exact p-value of a Poisson count: the probability of all counts that are no more likely
 * than the one observed. Doubling the one-sided value is another convention and gives other numbers.
 *
 * @throws RefusedArgument observed: must be a whole number, not negative.
 * @throws RefusedArgument expected: must be a finite number above zero.
 */
export function poissonTwoSidedP(observed: number, expected: number): number {
  count(observed, "observed");
  positive(expected, "expected");
  if (observed === expected) return 1;
  // Counts that are equally likely on paper differ in the last digits; 10⁻⁷ calls them equal.
  const bound = logPoissonProbability(observed, expected) + 1e-7;
  const rarer = (k: number) => logPoissonProbability(k, expected) <= bound;
  if (observed < expected) {
    let reach = 1;
    const start = Math.ceil(expected);
    while (!rarer(start + reach)) reach *= 2;
    const other = rarer(start) ? start : firstTrue(start, start + reach, rarer);
    return Math.min(1, gammaUpperTail(observed + 1, expected) + gammaLowerTail(other, expected));
  }
  const end = Math.floor(expected);
  const upper = gammaLowerTail(observed, expected);
  if (!rarer(0)) return Math.min(1, upper);
  const other = rarer(end) ? end : firstTrue(0, end, (k) => !rarer(k)) - 1;
  return Math.min(1, upper + gammaUpperTail(other + 1, expected));
}

/** Smallest whole number in (low, high] for which a rule that switches once holds. */
function firstTrue(low: number, high: number, rule: (k: number) => boolean): number {
  let below = low;
  let at = high;
  while (at - below > 1) {
    const middle = Math.floor((below + at) / 2);
    if (rule(middle)) at = middle;
    else below = middle;
  }
  return at;
}
