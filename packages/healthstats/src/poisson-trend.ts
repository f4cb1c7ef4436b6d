import { confidenceLevel, count, each, finite, notEmpty, positive, refuse, sameLength } from "./guards.ts";
import type { ConfidenceOption } from "./interval.ts";
import { normalQuantileFor, normalTwoSidedP } from "./special-functions.ts";

/** A trend of a rate on the logarithmic scale. */
export interface PoissonTrend {
  /** ln rate at x = 0. */
  readonly intercept: number;
  /** Change of ln rate per unit of x. */
  readonly slope: number;
  readonly slopeStandardError: number;
  /** exp(slope): the factor per unit of x. */
  readonly rateRatio: number;
  readonly lower: number;
  readonly upper: number;
  readonly z: number;
  readonly p: number;
  /** (rateRatio − 1) · 100. */
  readonly annualPercentChange: number;
  readonly deviance: number;
  /** Above 1: more scatter than chance; null with two points. */
  readonly dispersion: number | null;
  /** Standard error widened by the scatter found: se·√dispersion; null with two points. */
  readonly quasiStandardError: number | null;
}

/**
 * Log-linear trend of a rate: Poisson regression of counts on x with the population as offset.
 *
 *     ln E(count) = ln population + b₀ + b₁·x, maximum likelihood;  limits exp(b₁ ∓ z·se)
 *
 * Source: McCullagh and Nelder, Generalized Linear Models, chapter 6.
 * @param x position of each point, e.g. the year
 * @param counts events at each point
 * @param populations persons or person-years at each point
 * @param options confidence (0.95)
 * @throws RefusedArgument x: at least two entries, finite, not all equal.
 * @throws RefusedArgument counts: as many as x; whole, not negative.
 * @throws RefusedArgument counts: must have events at two or more values of x, or no slope is finite.
 * @throws RefusedArgument populations: as many as x; finite and above zero.
 * @throws RefusedArgument confidence: must lie strictly between 0 and 1.
 */
export function poissonTrend(
  x: ArrayLike<number>,
  counts: ArrayLike<number>,
  populations: ArrayLike<number>,
  options: ConfidenceOption = {},
): PoissonTrend {
  const { confidence = 0.95 } = options;
  confidenceLevel(confidence);
  const n = notEmpty(x, "x", 2).length;
  sameLength(counts, "counts", x, "x");
  sameLength(populations, "populations", x, "x");
  each(x, "x", finite);
  each(counts, "counts", count);
  each(populations, "populations", positive);
  const { centre, scale } = scaling(x, counts);
  const { level, slope: scaledSlope, information } = maximise(x, counts, populations, centre, scale);
  const slope = scaledSlope / scale;
  const se = 1 / (Math.sqrt(information) * scale);
  let deviance = 0;
  let pearson = 0;
  for (let i = 0; i < n; i++) {
    const mean = populations[i]! * Math.exp(level + slope * (x[i]! - centre));
    const y = counts[i]!;
    deviance += 2 * ((y === 0 ? 0 : y * Math.log(y / mean)) - (y - mean));
    pearson += (y - mean) ** 2 / mean;
  }
  const reach = Math.exp(normalQuantileFor(confidence) * se);
  const rateRatio = Math.exp(slope);
  const dispersion = n > 2 ? pearson / (n - 2) : null;
  return {
    intercept: level - slope * centre,
    slope,
    slopeStandardError: se,
    rateRatio,
    lower: rateRatio / reach,
    upper: rateRatio * reach,
    z: slope / se,
    p: normalTwoSidedP(slope / se),
    annualPercentChange: Math.expm1(slope) * 100,
    deviance,
    dispersion,
    quasiStandardError: dispersion === null ? null : se * Math.sqrt(dispersion),
  };
}

/** Calendar years as they are would make the two equations nearly the same, so x is centred and scaled. */
function scaling(x: ArrayLike<number>, counts: ArrayLike<number>): { centre: number; scale: number } {
  let first = Number.NaN;
  let differs = false;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < x.length; i++) {
    low = Math.min(low, x[i]!);
    high = Math.max(high, x[i]!);
    if (counts[i]! === 0) continue;
    if (Number.isNaN(first)) first = x[i]!;
    else if (x[i]! !== first) differs = true;
  }
  if (low === high) refuse("x", "must not all be equal");
  const atEdge = Number.isNaN(first) || first === low || first === high;
  if (!differs && atEdge) refuse("counts", "must have events at two or more values of x");
  return { centre: (low + high) / 2, scale: (high - low) / 2 };
}

/** Newton's method; the level is eliminated in each round, so only the slope is searched. */
function maximise(
  x: ArrayLike<number>,
  counts: ArrayLike<number>,
  populations: ArrayLike<number>,
  centre: number,
  scale: number,
) {
  const n = x.length;
  let events = 0;
  let moment = 0;
  for (let i = 0; i < n; i++) {
    events += counts[i]!;
    moment += counts[i]! * ((x[i]! - centre) / scale);
  }
  const target = moment / events;
  let slope = 0;
  for (let round = 0; ; round++) {
    let weight = 0;
    let first = 0;
    let second = 0;
    for (let i = 0; i < n; i++) {
      const u = (x[i]! - centre) / scale;
      const mean = populations[i]! * Math.exp(slope * u);
      weight += mean;
      first += mean * u;
      second += mean * u * u;
    }
    const average = first / weight;
    const variance = second / weight - average ** 2;
    const step = (target - average) / variance;
    // A step of more than one in the exponent of the widest point is cut: far from the root Newton overshoots.
    slope += Math.max(-1, Math.min(1, step));
    if (Math.abs(step) < 1e-13 * Math.max(1, Math.abs(slope)) || round > 200) {
      return { level: Math.log(events / weight), slope, information: events * variance };
    }
  }
}
