import { atMost, confidenceLevel, nonNegative, positive } from "./guards.ts";
import type { Estimate, EstimateOptions } from "./interval.ts";
import { normalQuantileFor } from "./special-functions.ts";

/**
 * A proportion with Wilson's score limits, without continuity correction.
 *
 * Says: the share of persons with a feature, and the range of true shares that the data do not
 * contradict. Usable for small numbers and at 0 and 1, where p ± z·se is not.
 *
 *     limits = (2x + z² ∓ z·√(z² + 4x(1 − x/n))) / (2(n + z²))
 *
 * Source: Wilson 1927; Newcombe, Statistics in Medicine 1998;17:857.
 * @param numerator x, persons with the feature; weighted counts need not be whole
 * @param denominator n, persons judged
 * @param options confidence (0.95); multiplier (1; 100 gives per cent)
 * @throws RefusedArgument numerator: must be a finite number, not negative, not above the denominator.
 * @throws RefusedArgument denominator: must be a finite number above zero.
 * @throws RefusedArgument confidence: must lie strictly between 0 and 1.
 * @throws RefusedArgument multiplier: must be a finite number above zero.
 */
export function proportionWilson(
  numerator: number,
  denominator: number,
  options: EstimateOptions = {},
): Estimate {
  const { confidence = 0.95, multiplier = 1 } = options;
  positive(denominator, "denominator");
  nonNegative(numerator, "numerator");
  atMost(numerator, "numerator", denominator, "denominator");
  positive(multiplier, "multiplier");
  const z = normalQuantileFor(confidenceLevel(confidence));
  const square = z * z;
  const value = numerator / denominator;
  const root = z * Math.sqrt(square + 4 * numerator * (1 - value));
  const below = 2 * (denominator + square);
  const middle = 2 * numerator + square;
  return {
    value: value * multiplier,
    // At x = 0 the two terms are equal and at x = n their sum is the divisor: the limit is exact.
    lower: numerator === 0 ? 0 : ((middle - root) / below) * multiplier,
    upper: numerator === denominator ? multiplier : ((middle + root) / below) * multiplier,
  };
}
