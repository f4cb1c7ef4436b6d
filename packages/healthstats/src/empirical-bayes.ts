import { count, each, notEmpty, positive, refuse, sameLength } from "./guards.ts";

/** The three estimators. A figure names its own: they give similar, never equal numbers. */
export type EmpiricalBayesEstimator = "marshall" | "clayton-kaldor" | "maximum-likelihood";

/** Ratios of all areas, drawn towards the whole as far as their small numbers ask for. */
export interface EmpiricalBayesFit {
  readonly estimator: EmpiricalBayesEstimator;
  /** Mean of the prior, as a plain ratio. */
  readonly mean: number;
  /** Variance of the prior; 0 where the areas differ no more than chance makes them. */
  readonly variance: number;
  /** Shape ν of the gamma prior; null where the variance is 0. */
  readonly shape: number | null;
  /** Rate α of the gamma prior; null where the variance is 0. */
  readonly rate: number | null;
  /** Smoothed ratio of each area, times the multiplier, in the order of the data. */
  readonly ratios: readonly number[];
}

/** Unit of the smoothed ratios. */
export interface EmpiricalBayesOptions {
  /** 100 unless told: a ratio of 1 is shown as 100. */
  readonly multiplier?: number;
}

/** Checked data of a fit, with their totals. */
export interface AreaCounts {
  readonly n: number;
  readonly observed: ArrayLike<number>;
  readonly expected: ArrayLike<number>;
  readonly totalObserved: number;
  readonly totalExpected: number;
}

/** The checks that the three estimators share. */
export function areaCounts(observed: ArrayLike<number>, expected: ArrayLike<number>): AreaCounts {
  const n = notEmpty(observed, "observed", 2).length;
  sameLength(expected, "expected", observed, "observed");
  each(observed, "observed", count);
  each(expected, "expected", positive);
  let totalObserved = 0;
  let totalExpected = 0;
  for (let i = 0; i < n; i++) {
    totalObserved += observed[i]!;
    totalExpected += expected[i]!;
  }
  if (totalObserved === 0) refuse("observed", "must not be zero in every area");
  return { n, observed, expected, totalObserved, totalExpected };
}

/** The fit of a gamma prior with this mean and rate: each area becomes (O + ν)/(E + α). */
export function gammaFit(
  estimator: EmpiricalBayesEstimator,
  data: AreaCounts,
  mean: number,
  rate: number,
  multiplier: number,
): EmpiricalBayesFit {
  const shape = mean * rate;
  const ratios = new Array<number>(data.n);
  for (let i = 0; i < data.n; i++) {
    ratios[i] = ((data.observed[i]! + shape) / (data.expected[i]! + rate)) * multiplier;
  }
  return { estimator, mean, variance: mean / rate, shape, rate, ratios };
}

/** The fit without over-dispersion: every area gets the ratio of the whole. */
export function pooledFit(
  estimator: EmpiricalBayesEstimator,
  data: AreaCounts,
  multiplier: number,
): EmpiricalBayesFit {
  const mean = data.totalObserved / data.totalExpected;
  const ratios = new Array<number>(data.n).fill(mean * multiplier);
  return { estimator, mean, variance: 0, shape: null, rate: null, ratios };
}

/**
 * Prior mean that belongs to a rate α of the gamma prior, both for the moments of Clayton and Kaldor
 * and for the likelihood: the condition on the mean is linear in the shape, so it is solved exactly
 * and the search is left with one unknown.
 *
 *     m(α) = Σ O/(E + α) / Σ E/(E + α)
 */
export function priorMeanForRate(data: AreaCounts, rate: number): number {
  let over = 0;
  let under = 0;
  for (let i = 0; i < data.n; i++) {
    const weight = 1 / (data.expected[i]! + rate);
    over += data.observed[i]! * weight;
    under += data.expected[i]! * weight;
  }
  return over / under;
}
