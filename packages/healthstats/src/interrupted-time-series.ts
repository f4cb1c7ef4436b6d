import { confidenceLevel, each, finite, notEmpty, refuse, sameLength } from "./guards.ts";
import type { ConfidenceOption } from "./interval.ts";
import { linearTrend } from "./linear-trend.ts";
import { studentQuantileFor, studentTwoSidedP } from "./special-functions.ts";

/** A change with its limits; null where the points lie on the lines so well that nothing is left to judge it by. */
export interface SeriesChange {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number | null;
}

export interface InterruptedTimeSeries {
  /** Change of y per unit of x before the interruption. */
  readonly slopeBefore: number;
  /** How far the line after lies above the line before, where x is `since`. */
  readonly levelChange: SeriesChange;
  /** By how much y changes more per unit of x than before. */
  readonly slopeChange: SeriesChange;
  readonly degreesOfFreedom: number;
  /** About 2 where the residuals are independent of each other; far from 2 the limits are too narrow. Null without residuals. */
  readonly durbinWatson: number | null;
}

const LEAST_POINTS = 8;
const LEAST_EACH = 3;

/**
 * Interrupted time series by segmented regression: one line before, one line after, the residual variance of both pooled.
 *
 *     y = β0 + β1·(x − s) + β2·[x ≥ s] + β3·(x − s)·[x ≥ s] + e,   limits β ∓ t(n − 4)·se
 *
 * Source: Wagner et al., Segmented regression analysis of interrupted time series studies, J Clin Pharm Ther 27 (2002).
 * @param x position of each point in ascending order, e.g. the year
 * @param y figure at each point
 * @param since first position after the interruption
 * @param options confidence (0.95)
 * @throws RefusedArgument x: at least eight entries, finite, each greater than the one before.
 * @throws RefusedArgument y: as many as x; finite.
 * @throws RefusedArgument since: at least three points must lie before it and three from it on.
 * @throws RefusedArgument confidence: must lie strictly between 0 and 1.
 */
export function interruptedTimeSeries(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  since: number,
  options: ConfidenceOption = {},
): InterruptedTimeSeries {
  const { confidence = 0.95 } = options;
  confidenceLevel(confidence);
  const n = notEmpty(x, "x", LEAST_POINTS).length;
  sameLength(y, "y", x, "x");
  each(x, "x", finite);
  each(y, "y", finite);
  for (let i = 1; i < n; i++) if (x[i]! <= x[i - 1]!) refuse("x", "must ascend");
  const points = Array.from({ length: n }, (_, i) => ({ x: x[i]! - since, y: y[i]! }));
  const before = lineOf(points.filter((point) => point.x < 0));
  const after = lineOf(points.filter((point) => point.x >= 0));
  if (!before || !after) refuse("since", "at least three points must lie before it and three from it on");
  const residuals = [...before.residuals, ...after.residuals];
  const squares = residuals.reduce((sum, one) => sum + one * one, 0);
  const degreesOfFreedom = n - 4;
  const variance = squares / degreesOfFreedom;
  const reach = studentQuantileFor(confidence, degreesOfFreedom);
  const change = (estimate: number, share: number): SeriesChange => {
    const standardError = Math.sqrt(variance * share);
    return {
      estimate,
      standardError,
      lower: estimate - reach * standardError,
      upper: estimate + reach * standardError,
      p: standardError === 0 ? null : studentTwoSidedP(estimate / standardError, degreesOfFreedom),
    };
  };
  const steps = residuals.reduce((sum, one, i) => (i === 0 ? 0 : sum + (one - residuals[i - 1]!) ** 2), 0);
  return {
    slopeBefore: before.slope,
    levelChange: change(after.intercept - before.intercept, before.levelShare + after.levelShare),
    slopeChange: change(after.slope - before.slope, 1 / before.spread + 1 / after.spread),
    degreesOfFreedom,
    durbinWatson: squares === 0 ? null : steps / squares,
  };
}

/** A line through the points, and what its level at 0 and its slope are known by. */
function lineOf(points: readonly Readonly<{ x: number; y: number }>[]) {
  if (points.length < LEAST_EACH) return undefined;
  const xs = points.map((point) => point.x);
  const { slope, intercept } = linearTrend(
    xs,
    points.map((point) => point.y),
  );
  const mean = xs.reduce((sum, one) => sum + one, 0) / xs.length;
  const spread = xs.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return {
    slope,
    intercept,
    spread,
    levelShare: 1 / xs.length + mean ** 2 / spread,
    residuals: points.map((point) => point.y - intercept - slope * point.x),
  };
}
