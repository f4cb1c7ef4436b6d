import { confidenceLevel, count, positive } from "./guards.ts";
import type { ConfidenceOption, Estimate, EstimateOptions, Interval } from "./interval.ts";
import { gammaQuantile } from "./special-functions.ts";

/**
 * Exact (Garwood) limits of a Poisson count.
 *
 * Says: in which range the expected number of events lies; never covers less than the level asked.
 *
 *     lower = χ²(α/2; 2x)/2, 0 if x = 0      upper = χ²(1 − α/2; 2x + 2)/2      α = 1 − confidence
 *
 * Source: Garwood, Biometrika 1936;28:437.
 * @param events x, a number of independent events
 * @param options confidence (0.95)
 * @returns limits in events; with no event the upper limit is the two-sided −ln(α/2), 3.689 at 95 %
 * @throws RefusedArgument events: must be a whole number, not negative.
 * @throws RefusedArgument confidence: must lie strictly between 0 and 1.
 */
export function poissonExactLimits(events: number, options: ConfidenceOption = {}): Interval {
  const { confidence = 0.95 } = options;
  count(events, "events");
  const tail = (1 - confidenceLevel(confidence)) / 2;
  return {
    lower: events === 0 ? 0 : gammaQuantile(tail, events, "lower"),
    upper: gammaQuantile(tail, events + 1, "upper"),
  };
}

/**
 * A rate with exact Poisson limits.
 *
 * @param events a number of independent events
 * @param personTime person-years at risk, any size above zero
 * @param options confidence (0.95); multiplier (1)
 * @throws RefusedArgument events: must be a whole number, not negative.
 * @throws RefusedArgument personTime: must be a finite number above zero.
 * @throws RefusedArgument confidence: must lie strictly between 0 and 1.
 * @throws RefusedArgument multiplier: must be a finite number above zero.
 */
export function rateExact(events: number, personTime: number, options: EstimateOptions = {}): Estimate {
  const { confidence = 0.95, multiplier = 1 } = options;
  const { lower, upper } = poissonExactLimits(events, { confidence });
  const factor = positive(multiplier, "multiplier") / positive(personTime, "personTime");
  return { value: events * factor, lower: lower * factor, upper: upper * factor };
}
