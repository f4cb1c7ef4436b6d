import {
  areaCounts,
  type EmpiricalBayesFit,
  type EmpiricalBayesOptions,
  gammaFit,
  pooledFit,
  priorMeanForRate,
} from "./empirical-bayes.ts";
import { positive } from "./guards.ts";
import { findRoot } from "./root-finding.ts";

/**
 * Empirical Bayes SMR with a gamma prior fitted by the moments of Clayton and Kaldor.
 *
 * Says the same as Marshall's; the prior is fitted to the smoothed ratios instead of the raw ones.
 *
 *     EBᵢ = (Oᵢ + ν)/(Eᵢ + α), with ν and α such that
 *     mean(EB) = ν/α   and   ν/α² = Σ(1 + α/Eᵢ)(EBᵢ − ν/α)²/(n − 1)
 *
 * The published iteration repeats these two until nothing moves, which takes thousands of rounds near
 * the edge. Here the first is solved for ν, the second becomes one equation in α, and a bracketing
 * search finds its root: same numbers.
 * Source: Clayton and Kaldor, Biometrics 1987;43:671.
 * @param observed events of each area, two areas or more
 * @param expected events expected in each area at the reference's rates
 * @param options multiplier (100)
 * @returns variance 0 and equal ratios where Σ(O − mE)²/(mE) does not exceed n − 1: no prior fits
 * @throws RefusedArgument observed: at least two entries, whole, not negative, not all zero.
 * @throws RefusedArgument expected: as many as observed; entries finite and above zero.
 * @throws RefusedArgument multiplier: must be a finite number above zero.
 */
export function empiricalBayesClaytonKaldor(
  observed: ArrayLike<number>,
  expected: ArrayLike<number>,
  options: EmpiricalBayesOptions = {},
): EmpiricalBayesFit {
  const { multiplier = 100 } = options;
  positive(multiplier, "multiplier");
  const data = areaCounts(observed, expected);
  const { n } = data;
  const excess = (logRate: number): number => {
    const rate = Math.exp(logRate);
    const mean = priorMeanForRate(data, rate);
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const e = expected[i]!;
      sum += ((observed[i]! - mean * e) ** 2 / e) * (rate / (e + rate));
    }
    return sum / (mean * (n - 1)) - 1;
  };
  // The excess grows with the rate: at its limit it is Pearson's dispersion less one.
  const high = Math.log(data.totalExpected) + 20;
  if (excess(high) <= 0) return pooledFit("clayton-kaldor", data, multiplier);
  const rate = Math.exp(findRoot(excess, high - 70, high, 1e-13));
  return gammaFit("clayton-kaldor", data, priorMeanForRate(data, rate), rate, multiplier);
}
