import { atMost, count, nonNegative, notEmpty, positive, positiveCount, refuse } from "./guards.ts";
import type { ConfidenceOption, Estimate } from "./interval.ts";
import { proportionWilson } from "./proportion-wilson.ts";
import { normalQuantileFor } from "./special-functions.ts";
import type { CountedProportion } from "./two-proportions.ts";

export interface SurveyOptions extends ConfidenceOption {
  /** How much wider the sample makes the variance than a simple one of the same size; 1 unless told. */
  readonly designEffect?: number;
  /** How many there are of whom the sample was drawn; unlimited unless told. */
  readonly population?: number;
}

export interface SurveyEstimate extends Estimate {
  /** How many of a simple sample from an unlimited population would tell as much. */
  readonly effectiveSize: number;
}

/**
 * A proportion of a survey with Wilson's limits, from the number of persons that the sample is worth.
 *
 *     n' = n / deff,  n'' = n'·(N − 1)/(N − n)
 *
 * Where everybody of the population answered there is nothing left to chance: both limits are the value.
 *
 * Source: Korn and Graubard, Survey Methodology 1998;24:193 (effective size); Kish, Survey Sampling, 1965.
 * @param events x, those with the feature
 * @param total n, those who answered
 * @throws RefusedArgument total: at least one, and not above the population.
 * @throws RefusedArgument events: whole, not negative, not above the total.
 * @throws RefusedArgument designEffect: must be a finite number above zero.
 */
export function surveyProportion(events: number, total: number, options: SurveyOptions = {}): SurveyEstimate {
  const { designEffect: effect = 1, population, ...confidence } = options;
  positiveCount(total, "total");
  atMost(count(events, "events"), "events", total, "total");
  positive(effect, "designEffect");
  const value = events / total;
  const clustered = total / effect;
  if (population === undefined) return limits(value, clustered, confidence);
  if (population < total) refuse("population", "must not be less than the total");
  if (population === total)
    return { value, lower: value, upper: value, effectiveSize: Number.POSITIVE_INFINITY };
  return limits(value, (clustered * (population - 1)) / (population - total), confidence);
}

function limits(value: number, size: number, confidence: ConfidenceOption): SurveyEstimate {
  return { ...proportionWilson(value * size, size, confidence), value, effectiveSize: size };
}

/**
 * The design effect of a proportion among persons who were asked together, as the workers of a workplace: the linearised
 * variance of a sample of clusters over that of as many persons drawn singly.
 *
 *     V = k/(k − 1) · Σ(xᵢ − p·nᵢ)² / n²,  deff = V / (p(1 − p)/(n − 1))
 *
 * Null with fewer than two clusters, or where nobody or everybody has the feature: then it can't be told.
 *
 * Source: Kish, Survey Sampling, 1965; Lumley, Complex Surveys, 2010 (R package survey).
 * @param clusters of each cluster those with the feature and all
 * @throws RefusedArgument clusters: not empty; each a proportion of whole counts.
 */
export function designEffect(clusters: readonly CountedProportion[]): number | null {
  notEmpty(clusters, "clusters");
  let [events, total] = [0, 0];
  clusters.forEach((one, i) => {
    positiveCount(one.total, `clusters[${i}].total`);
    atMost(count(one.events, `clusters[${i}].events`), `clusters[${i}].events`, one.total, "its total");
    events += one.events;
    total += one.total;
  });
  const share = events / total;
  const k = clusters.length;
  if (k < 2 || share === 0 || share === 1) return null;
  const spread = clusters.reduce((sum, one) => sum + (one.events - share * one.total) ** 2, 0);
  return ((k / (k - 1)) * spread * (total - 1)) / (total * total * share * (1 - share));
}

/** A stratum: how many there are, how many answered, how many of them have the feature. */
export interface SampledStratum extends CountedProportion {
  readonly population: number;
}

/**
 * A proportion weighted by strata of which different shares answered, with its standard error and normal limits.
 *
 *     p = ΣWₕpₕ,  V = ΣWₕ²(1 − nₕ/Nₕ)·pₕ(1 − pₕ)/(nₕ − 1),  Wₕ = Nₕ/N
 *
 * Null where a stratum with fewer than two answers leaves the error open.
 *
 * Source: Cochran, Sampling Techniques, 3rd edition, 1977, ch. 5.
 * @throws RefusedArgument strata: not empty; population not below the total; whole counts.
 */
export function stratifiedProportion(
  strata: readonly SampledStratum[],
  options: ConfidenceOption = {},
): (Estimate & { readonly standardError: number }) | null {
  notEmpty(strata, "strata");
  const whole = strata.reduce(
    (sum, { population }, i) => sum + positive(population, `strata[${i}].population`),
    0,
  );
  let [value, variance] = [0, 0];
  for (const [i, { population, events, total }] of strata.entries()) {
    atMost(count(total, `strata[${i}].total`), `strata[${i}].total`, population, "its population");
    atMost(count(events, `strata[${i}].events`), `strata[${i}].events`, total, "its total");
    if (total < 2) return null;
    const [weight, share] = [population / whole, events / total];
    value += weight * share;
    variance += weight ** 2 * (1 - total / population) * ((share * (1 - share)) / (total - 1));
  }
  const standardError = Math.sqrt(nonNegative(variance, "variance"));
  const reach = normalQuantileFor(options.confidence ?? 0.95) * standardError;
  return { value, standardError, lower: Math.max(0, value - reach), upper: Math.min(1, value + reach) };
}
