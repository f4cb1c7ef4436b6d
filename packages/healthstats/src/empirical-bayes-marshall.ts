import {
  areaCounts,
  type EmpiricalBayesFit,
  type EmpiricalBayesOptions,
  pooledFit,
} from "./empirical-bayes.ts";
import { positive } from "./guards.ts";

/**
 * Empirical Bayes SMR by Marshall's global moments.
 *
 * Says: the SMR of a small area, drawn towards the ratio of all areas by as much as its own number
 * is unreliable. For maps; not for tests of single areas.
 *
 *     θᵢ = Oᵢ/Eᵢ,  m = ΣO/ΣE,  s² = ΣEᵢ(θᵢ − m)²/ΣE,  A = max(0, s² − m/Ē)
 *     EBᵢ = m + A/(A + m/Eᵢ)·(θᵢ − m)
 *
 * Equal to a gamma prior with shape m²/A and rate m/A.
 * Source: Marshall, Applied Statistics 1991;40:283.
 * @param observed events of each area, two areas or more
 * @param expected events expected in each area at the reference's rates
 * @param options multiplier (100)
 * @throws RefusedArgument observed: at least two entries, whole, not negative, not all zero.
 * @throws RefusedArgument expected: as many as observed; entries finite and above zero.
 * @throws RefusedArgument multiplier: must be a finite number above zero.
 */
export function empiricalBayesMarshall(
  observed: ArrayLike<number>,
  expected: ArrayLike<number>,
  options: EmpiricalBayesOptions = {},
): EmpiricalBayesFit {
  const { multiplier = 100 } = options;
  positive(multiplier, "multiplier");
  const data = areaCounts(observed, expected);
  const { n, totalObserved, totalExpected } = data;
  const mean = totalObserved / totalExpected;
  let spread = 0;
  for (let i = 0; i < n; i++) spread += (observed[i]! - mean * expected[i]!) ** 2 / expected[i]!;
  const variance = spread / totalExpected - (mean * n) / totalExpected;
  if (variance <= 0) return pooledFit("marshall", data, multiplier);
  const ratios = new Array<number>(n);
  for (let i = 0; i < n; i++) {
    const weight = variance / (variance + mean / expected[i]!);
    ratios[i] = (mean + weight * (observed[i]! / expected[i]! - mean)) * multiplier;
  }
  return {
    estimator: "marshall",
    mean,
    variance,
    shape: mean ** 2 / variance,
    rate: mean / variance,
    ratios,
  };
}
