import {
  type AreaCounts,
  areaCounts,
  type EmpiricalBayesFit,
  type EmpiricalBayesOptions,
  gammaFit,
  pooledFit,
  priorMeanForRate,
} from "./empirical-bayes.ts";
import { positive } from "./guards.ts";
import { findRoot } from "./root-finding.ts";
import { digamma, logGamma } from "./special-functions.ts";

/** A fit with the value of the likelihood that it maximises; null without over-dispersion. */
export interface MaximumLikelihoodFit extends EmpiricalBayesFit {
  readonly logLikelihood: number | null;
}

/**
 * Empirical Bayes SMR with a gamma prior fitted by maximum likelihood of the Poisson–gamma model.
 *
 * Says the same as the moment estimators; this is the model behind the EBSMR of Japanese prefectures.
 *
 *     ν, α maximise Σ [ln Γ(O+ν) − ln Γ(ν) + ν ln α − (O+ν) ln(α+E)];  EBᵢ = (Oᵢ + ν)/(Eᵢ + α)
 *
 * For a given α the best ν is known in closed form, so the slope of the profile is searched for its
 * root. The logarithm leaves out the terms of O and E that no parameter enters.
 * Source: Clayton and Kaldor, Biometrics 1987;43:671; over-dispersion: Dean, JASA 1992;87:451.
 * @param observed events of each area, two areas or more
 * @param expected events expected in each area at the reference's rates
 * @param options multiplier (100)
 * @returns variance 0 and equal ratios where Σ[(O − mE)² − O] is not above zero: the likelihood then
 *   has its maximum without any spread between areas
 * @throws RefusedArgument observed: at least two entries, whole, not negative, not all zero.
 * @throws RefusedArgument expected: as many as observed; entries finite and above zero.
 * @throws RefusedArgument multiplier: must be a finite number above zero.
 */
export function empiricalBayesMaximumLikelihood(
  observed: ArrayLike<number>,
  expected: ArrayLike<number>,
  options: EmpiricalBayesOptions = {},
): MaximumLikelihoodFit {
  const { multiplier = 100 } = options;
  positive(multiplier, "multiplier");
  const data = areaCounts(observed, expected);
  const pooled = () => ({ ...pooledFit("maximum-likelihood", data, multiplier), logLikelihood: null });
  if (overDispersion(data) <= 0) return pooled();
  const slope = (logRate: number) => profileSlope(data, Math.exp(logRate));
  const high = lastFalling(slope, data);
  // Just above the edge the maximum lies beyond what the slope can tell from rounding.
  if (high === null) return pooled();
  const rate = Math.exp(findRoot(slope, high - LOG_RANGE, high, 1e-11));
  const fit = gammaFit("maximum-likelihood", data, priorMeanForRate(data, rate), rate, multiplier);
  return { ...fit, logLikelihood: logLikelihood(data, fit.mean * rate, rate) };
}

/** How far below its upper end the root is looked for, as a logarithm: a factor of 10²¹. */
const LOG_RANGE = 50;

/**
 * The largest ln α at which the slope is seen to fall. It nears zero from below as α grows, so far out
 * its sign is rounding: the search comes down until the slope stands clear of that.
 */
function lastFalling(slope: (logRate: number) => number, data: AreaCounts): number | null {
  const rounding = 1e-12 * data.n;
  const middle = Math.log(data.totalExpected / data.n);
  for (let step = 12; step > -12; step--) {
    if (slope(middle + step) < -rounding) return middle + step;
  }
  return null;
}

function overDispersion({ n, observed, expected, totalObserved, totalExpected }: AreaCounts): number {
  const mean = totalObserved / totalExpected;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (observed[i]! - mean * expected[i]!) ** 2 - observed[i]!;
  return sum;
}

/** Slope of the log likelihood in ν at the best ν for this α: Σ[ψ(O+ν) − ψ(ν) − ln(1 + E/α)]. */
function profileSlope(data: AreaCounts, rate: number): number {
  const shape = priorMeanForRate(data, rate) * rate;
  const base = digamma(shape);
  let sum = 0;
  for (let i = 0; i < data.n; i++) {
    const o = data.observed[i]!;
    sum -= Math.log1p(data.expected[i]! / rate);
    if (o > 40) {
      sum += digamma(o + shape) - base;
    } else {
      // ψ(O+ν) − ψ(ν) is this sum; for few events it is faster and does not cancel.
      for (let k = 0; k < o; k++) sum += 1 / (shape + k);
    }
  }
  return sum;
}

function logLikelihood({ n, observed, expected }: AreaCounts, shape: number, rate: number): number {
  const base = shape * Math.log(rate) - logGamma(shape);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const o = observed[i]! + shape;
    sum += logGamma(o) + base - o * Math.log(rate + expected[i]!);
  }
  return sum;
}
