import { devianceTerm, stirlingRest } from "./large-gamma.ts";
import { logGamma } from "./special-functions.ts";

/**
 * Logarithms of discrete probabilities by Loader's saddle-point form (2000): no difference of huge
 * log-gamma values, so 14 digits remain for counts of 10⁹. Internal: arguments are already checked.
 */

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** ln(n!) minus Stirling's leading terms. */
function factorialRest(n: number): number {
  if (n >= 16) return stirlingRest(n);
  if (n === 0) return 0;
  return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
}

/** ln P(X = k), X Poisson with mean m > 0. */
export function logPoissonProbability(k: number, m: number): number {
  if (k === 0) return -m;
  return -factorialRest(k) - devianceTerm(k, m) - HALF_LOG_TWO_PI - 0.5 * Math.log(k);
}

/** ln P(X = k), X binomial of n draws with 0 < p < 1. */
export function logBinomialProbability(k: number, n: number, p: number): number {
  const q = 1 - p;
  if (k === 0) return n * Math.log1p(-p);
  if (k === n) return n * Math.log(p);
  const rest = factorialRest(n) - factorialRest(k) - factorialRest(n - k);
  return (
    rest -
    devianceTerm(k, n * p) -
    devianceTerm(n - k, n * q) -
    HALF_LOG_TWO_PI +
    0.5 * (Math.log(n) - Math.log(k) - Math.log(n - k))
  );
}

/** ln P(X = k): k of `row` marked, when `column` of `total` are marked in all. */
export function logHypergeometricProbability(k: number, row: number, column: number, total: number): number {
  // A ratio of three binomials with any common p; this one keeps all three in their middle.
  const p = row / total;
  if (p === 0 || p === 1) return 0;
  return (
    logBinomialProbability(k, column, p) +
    logBinomialProbability(row - k, total - column, p) -
    logBinomialProbability(row, total, p)
  );
}
