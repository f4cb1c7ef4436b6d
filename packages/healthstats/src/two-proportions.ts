import { atMost, confidenceLevel, count, positiveCount } from "./guards.ts";
import type { ConfidenceOption, Interval } from "./interval.ts";
import { proportionWilson } from "./proportion-wilson.ts";
import { normalQuantileFor, normalTwoSidedP } from "./special-functions.ts";

/** Persons with a feature among persons judged. */
export interface CountedProportion {
  readonly events: number;
  readonly total: number;
}

/** Difference of two proportions, tested and with two kinds of limits. */
export interface TwoProportions {
  /** First minus second. */
  readonly difference: number;
  /** Null if nobody or everybody has the feature in both groups. */
  readonly z: number | null;
  readonly p: number | null;
  /** Newcombe's hybrid score limits: the ones to show. */
  readonly newcombe: Interval;
  /** Wald's limits, for comparison with older tables. */
  readonly wald: Interval;
}

/**
 * Compares two independent proportions: pooled z test, Newcombe's limits of the difference.
 *
 *     z = (p₁ − p₂)/√(p(1−p)(1/n₁ + 1/n₂)),  p pooled
 *     Newcombe: d − √((p₁−l₁)² + (u₂−p₂)²)  to  d + √((u₁−p₁)² + (p₂−l₂)²),  l, u Wilson's limits
 *     Wald: d ∓ z·√(p₁q₁/n₁ + p₂q₂/n₂)
 *
 * Source: Newcombe, Statistics in Medicine 1998;17:873, method 10.
 * @param first events and total of group 1
 * @param second events and total of group 2
 * @param options confidence (0.95)
 * @throws RefusedArgument first.total, second.total: whole numbers, at least one.
 * @throws RefusedArgument first.events, second.events: whole, not negative, not above their total.
 * @throws RefusedArgument confidence: must lie strictly between 0 and 1.
 */
export function twoProportions(
  first: CountedProportion,
  second: CountedProportion,
  options: ConfidenceOption = {},
): TwoProportions {
  const { confidence = 0.95 } = options;
  checkProportion(first, "first");
  checkProportion(second, "second");
  const one = proportionWilson(first.events, first.total, { confidence: confidenceLevel(confidence) });
  const two = proportionWilson(second.events, second.total, { confidence });
  const difference = one.value - two.value;
  const pooled = (first.events + second.events) / (first.total + second.total);
  const pooledVariance = pooled * (1 - pooled) * (1 / first.total + 1 / second.total);
  const z = pooled === 0 || pooled === 1 ? null : difference / Math.sqrt(pooledVariance);
  const waldReach =
    normalQuantileFor(confidence) *
    Math.sqrt((one.value * (1 - one.value)) / first.total + (two.value * (1 - two.value)) / second.total);
  return {
    difference,
    z,
    p: z === null ? null : normalTwoSidedP(z),
    newcombe: {
      lower: difference - Math.hypot(one.value - one.lower, two.upper - two.value),
      upper: difference + Math.hypot(one.upper - one.value, two.value - two.lower),
    },
    wald: { lower: difference - waldReach, upper: difference + waldReach },
  };
}

/** Refuses a proportion that is none; `argument` is its name for the caller. */
export function checkProportion(proportion: CountedProportion, argument: string): void {
  positiveCount(proportion.total, `${argument}.total`);
  count(proportion.events, `${argument}.events`);
  atMost(proportion.events, `${argument}.events`, proportion.total, `${argument}.total`);
}
