import { count, each, nonNegative, notEmpty, positive, sameLength } from "./guards.ts";
import type { Estimate, EstimateOptions, Interval } from "./interval.ts";
import { poissonExactLimits } from "./poisson-exact.ts";
import { type CountLimitsMethod, countLimits, countLimitsMethod } from "./rate-byars.ts";

/** Observed over expected, with limits. */
export interface StandardisedRatio extends Estimate {
  readonly observed: number;
  readonly expected: number;
  readonly method: CountLimitsMethod;
}

/**
 * Events expected if each band of the area had the reference rate: Σ nᵢ·Rᵢ.
 *
 * @param populations persons or person-years of the area by band; a band may be empty
 * @param referenceRates events per person in the reference, same bands
 * @throws RefusedArgument populations: must not be empty; entries finite and not negative.
 * @throws RefusedArgument referenceRates: as many as populations; entries finite and not negative.
 */
export function expectedEvents(populations: ArrayLike<number>, referenceRates: ArrayLike<number>): number {
  notEmpty(populations, "populations");
  sameLength(referenceRates, "referenceRates", populations, "populations");
  each(populations, "populations", nonNegative);
  each(referenceRates, "referenceRates", nonNegative);
  let sum = 0;
  for (let i = 0; i < populations.length; i++) sum += populations[i]! * referenceRates[i]!;
  return sum;
}

/** Limits of observed/expected × multiplier; the expected number counts as known. */
export function standardisedRatio(
  observed: number,
  expected: number,
  method: "exact" | "byar-from-10",
  options: EstimateOptions,
): StandardisedRatio {
  const { confidence = 0.95, multiplier = 100 } = options;
  count(observed, "observed");
  positive(expected, "expected");
  const factor = positive(multiplier, "multiplier") / expected;
  const limits: Interval =
    method === "exact" ? poissonExactLimits(observed, { confidence }) : countLimits(observed, { confidence });
  return {
    observed,
    expected,
    value: observed * factor,
    lower: limits.lower * factor,
    upper: limits.upper * factor,
    method: method === "exact" ? "exact" : countLimitsMethod(observed),
  };
}
