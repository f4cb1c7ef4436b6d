import incompleteBeta from "@stdlib/math-base-special-betainc";
import digammaFunction from "@stdlib/math-base-special-digamma";
import complementaryError from "@stdlib/math-base-special-erfc";
import inverseError from "@stdlib/math-base-special-erfinv";
import incompleteGamma from "@stdlib/math-base-special-gammainc";
import inverseIncompleteGamma from "@stdlib/math-base-special-gammaincinv";
import logGammaFunction from "@stdlib/math-base-special-gammaln";
import studentQuantile from "@stdlib/stats-base-dists-t-quantile";
import { largeGammaQuantile, largeIncompleteGamma } from "./large-gamma.ts";

/**
 * The only place that knows which library computes special functions (decision record 0002).
 * Internal: arguments are already checked by the methods that call these.
 */

/** Where the library's own incomplete gamma is accurate; above, large-gamma.ts takes over. */
const ACCURATE_BELOW = 900;
const ACCURATE_SHAPE_BELOW = 600;

let lastConfidence = Number.NaN;
let lastQuantile = Number.NaN;

/** z with a share `confidence` of the standard normal between −z and z: 1.959963984540054 for 0.95. */
export function normalQuantileFor(confidence: number): number {
  // A table of a million rows asks for one level a million times.
  if (confidence !== lastConfidence) {
    lastQuantile = Math.SQRT2 * inverseError(confidence);
    lastConfidence = confidence;
  }
  return lastQuantile;
}

/** Two-sided p-value of a standard normal deviate. */
export function normalTwoSidedP(z: number): number {
  return complementaryError(Math.abs(z) / Math.SQRT2);
}

/** P(Z ≤ z) for a standard normal Z. */
export function normalLowerTail(z: number): number {
  return complementaryError(-z / Math.SQRT2) / 2;
}

/** Regularised lower incomplete gamma P(a, x). */
export function gammaLowerTail(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x < ACCURATE_BELOW || a < 16) return incompleteGamma(Math.min(x, ACCURATE_BELOW), a, true, false);
  return largeIncompleteGamma(a, x).lower;
}

/** Regularised upper incomplete gamma Q(a, x) = 1 − P(a, x). */
export function gammaUpperTail(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x < ACCURATE_BELOW) return incompleteGamma(x, a, true, true);
  // Below shape 16 such an x leaves nothing that a double can hold apart from zero.
  return a < 16 ? 0 : largeIncompleteGamma(a, x).upper;
}

/**
 * Quantile of the gamma distribution with scale 1: the x that leaves a share `p` below it
 * (tail "lower") or above it (tail "upper"; small upper shares keep their precision that way).
 */
export function gammaQuantile(p: number, shape: number, tail: "lower" | "upper"): number {
  if (shape < ACCURATE_SHAPE_BELOW) return inverseIncompleteGamma(p, shape, tail === "upper");
  const z = Math.SQRT2 * inverseError(tail === "lower" ? 2 * p - 1 : 1 - 2 * p);
  return largeGammaQuantile(shape, p, tail, z);
}

/** P(X > x) for a chi-square variable. */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  return gammaUpperTail(degreesOfFreedom / 2, x / 2);
}

/** t with a share `confidence` of Student's distribution between −t and t. */
export function studentQuantileFor(confidence: number, degreesOfFreedom: number): number {
  return -studentQuantile((1 - confidence) / 2, degreesOfFreedom);
}

/** Two-sided p-value of Student's t. */
export function studentTwoSidedP(t: number, degreesOfFreedom: number): number {
  if (!Number.isFinite(t)) return 0;
  return incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);
}

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  return logGammaFunction(x);
}

/** ψ(x), the slope of ln Γ, for x > 0. */
export function digamma(x: number): number {
  return digammaFunction(x);
}
