import { confidenceLevel, each, finite, notEmpty } from "./guards.ts";
import type { ConfidenceOption } from "./interval.ts";
import { studentQuantileFor } from "./special-functions.ts";

/** A mean of measured values; spread and limits are null for a single value. */
export interface MeanEstimate {
  readonly n: number;
  readonly sum: number;
  readonly value: number;
  readonly standardDeviation: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The mean of independent measurements with Student's t limits.
 *
 *     mean ± t(1 − α/2; n − 1) · s/√n,   s² = Σ(x − mean)²/(n − 1)
 *
 * Source: Student, Biometrika 1908;6:1.
 * @param values measurements in one unit, at least one; missing ones are left out by the caller, who
 *   then reports how many
 * @param options confidence (0.95)
 * @throws RefusedArgument values: must not be empty; each entry must be a finite number.
 * @throws RefusedArgument confidence: must lie strictly between 0 and 1.
 */
export function meanTInterval(values: ArrayLike<number>, options: ConfidenceOption = {}): MeanEstimate {
  const { confidence = 0.95 } = options;
  const n = notEmpty(values, "values").length;
  each(values, "values", finite);
  confidenceLevel(confidence);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  const value = sum / n;
  if (n === 1) return { n, sum, value, standardDeviation: null, lower: null, upper: null };
  // Two passes: the one-pass formula loses all digits for values far from zero.
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i]! - value) ** 2;
  const standardDeviation = Math.sqrt(squares / (n - 1));
  const reach = (studentQuantileFor(confidence, n - 1) * standardDeviation) / Math.sqrt(n);
  return { n, sum, value, standardDeviation, lower: value - reach, upper: value + reach };
}
