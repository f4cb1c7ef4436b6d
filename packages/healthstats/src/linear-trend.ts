import { confidenceLevel, each, finite, notEmpty, refuse, sameLength } from "./guards.ts";
import type { ConfidenceOption } from "./interval.ts";
import { studentQuantileFor, studentTwoSidedP } from "./special-functions.ts";

/** A straight line; what two points cannot tell is null. */
export interface LinearTrend {
  /** Change of y per unit of x. */
  readonly slope: number;
  /** y at x = 0. */
  readonly intercept: number;
  readonly slopeStandardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly t: number | null;
  readonly p: number | null;
  /** Null if y does not vary. */
  readonly rSquared: number | null;
}

/**
 * Straight-line trend by least squares, with Student's t limits of the slope.
 *
 *     b = Sxy/Sxx,  se = √(RSS/(n − 2)/Sxx),  limits b ∓ t(n − 2)·se
 *
 * Source: any textbook; Armitage, Berry, Matthews, Statistical Methods in Medical Research, chapter 7.
 * @param x position of each point, e.g. the year
 * @param y figure at each point
 * @param options confidence (0.95)
 * @returns with two points the slope only: a line through two points leaves nothing to judge it by
 * @throws RefusedArgument x: at least two entries, finite, not all equal.
 * @throws RefusedArgument y: as many as x; finite.
 * @throws RefusedArgument confidence: must lie strictly between 0 and 1.
 */
export function linearTrend(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: ConfidenceOption = {},
): LinearTrend {
  const { confidence = 0.95 } = options;
  confidenceLevel(confidence);
  const n = notEmpty(x, "x", 2).length;
  sameLength(y, "y", x, "x");
  each(x, "x", finite);
  each(y, "y", finite);
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < n; i++) {
    meanX += x[i]! / n;
    meanY += y[i]! / n;
  }
  let sxx = 0;
  let sxy = 0;
  let syy = 0;
  for (let i = 0; i < n; i++) {
    sxx += (x[i]! - meanX) ** 2;
    sxy += (x[i]! - meanX) * (y[i]! - meanY);
    syy += (y[i]! - meanY) ** 2;
  }
  if (sxx === 0) refuse("x", "must not all be equal");
  const slope = sxy / sxx;
  const intercept = meanY - slope * meanX;
  if (n === 2) {
    const untold = { slopeStandardError: null, lower: null, upper: null, t: null, p: null };
    return { slope, intercept, ...untold, rSquared: syy === 0 ? null : 1 };
  }
  let residual = 0;
  for (let i = 0; i < n; i++) residual += (y[i]! - meanY - slope * (x[i]! - meanX)) ** 2;
  const se = Math.sqrt(residual / (n - 2) / sxx);
  const reach = studentQuantileFor(confidence, n - 2) * se;
  const t = slope === 0 && se === 0 ? null : slope / se;
  return {
    slope,
    intercept,
    slopeStandardError: se,
    lower: slope - reach,
    upper: slope + reach,
    t,
    p: t === null ? null : studentTwoSidedP(t, n - 2),
    rSquared: syy === 0 ? null : 1 - residual / syy,
  };
}
