import { directSums, type StandardisedBands } from "./direct-standardisation.ts";
import { confidenceLevel, positive } from "./guards.ts";
import type { Estimate, EstimateOptions } from "./interval.ts";
import { gammaQuantile } from "./special-functions.ts";

/** A standardised rate beside the crude one. */
export interface GammaRate extends Estimate {
  readonly crude: number;
}

/**
 * Directly standardised rate with Fay and Feuer's gamma limits.
 *
 * Says the same as Dobson's variant, with limits that keep their level also for few events and very
 * unequal weights (the upper one errs on the wide side), and that exist without any event.
 *
 *     r = Σ wᵢxᵢ/nᵢ, v = Σ wᵢ²xᵢ/nᵢ², k = max wᵢ/nᵢ  (Σ wᵢ = 1)
 *     lower: gamma quantile α/2, shape r²/v, scale v/r
 *     upper: gamma quantile 1 − α/2, shape (r+k)²/(v+k²), scale (v+k²)/(r+k)
 *
 * Source: Fay and Feuer, Statistics in Medicine 1997;16:791.
 * @param bands counts, populations, standard: one entry per age band, same order
 * @param options confidence (0.95); multiplier (100,000)
 * @throws RefusedArgument counts: must not be empty; entries must be whole numbers, not negative.
 * @throws RefusedArgument populations: as many as counts; entries finite and above zero.
 * @throws RefusedArgument standard: as many as counts; entries not negative, not all zero.
 * @throws RefusedArgument confidence, multiplier: out of range.
 */
export function directlyStandardisedRateGamma(
  bands: StandardisedBands,
  options: EstimateOptions = {},
): GammaRate {
  const { confidence = 0.95, multiplier = 100_000 } = options;
  const tail = (1 - confidenceLevel(confidence)) / 2;
  positive(multiplier, "multiplier");
  const { events, population, rate, variance, largestStep: k } = directSums(bands);
  const lower = rate === 0 ? 0 : (variance / rate) * gammaQuantile(tail, rate ** 2 / variance, "lower");
  const mean = rate + k;
  const spread = variance + k ** 2;
  return {
    crude: (events / population) * multiplier,
    value: rate * multiplier,
    lower: lower * multiplier,
    upper: (spread / mean) * gammaQuantile(tail, mean ** 2 / spread, "upper") * multiplier,
  };
}
