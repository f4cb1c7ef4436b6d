import { byarsLimits } from "./byars-limits.ts";
import { checkedWeightSum, directSums, type StandardisedBands } from "./direct-standardisation.ts";
import { confidenceLevel, count, each, nonNegative, notEmpty, positive, sameLength } from "./guards.ts";
import type { EstimateOptions } from "./interval.ts";

/** Options of the directly standardised rate. */
export interface DirectRateOptions extends EstimateOptions {
  /** Below this total the rate is not given; 10 unless told. 1 gives a rate for any event at all. */
  readonly minimumEvents?: number;
}

/** A directly standardised rate; value and limits are null together, and then `reason` says why. */
export interface DirectRate {
  readonly events: number;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly reason: "too few events" | null;
}

/**
 * Directly age-standardised rate with Dobson's limits around Byar's limits of the total count.
 *
 * Says: the rate the area would have if its ages were those of the standard population.
 *
 *     value = Σ wᵢ·xᵢ/nᵢ / Σ wᵢ        V = Σ wᵢ²·xᵢ/nᵢ² / (Σ wᵢ)²
 *     limits = value + √(V/X)·(Byar(X) − X),   X = Σ xᵢ
 *
 * Source: Dobson, Kuulasmaa, Eberle, Scherer, Statistics in Medicine 1991;10:457.
 * @param bands counts, populations, standard: one entry per age band, same order
 * @param options confidence (0.95); multiplier (100,000); minimumEvents (10): with fewer events in
 *   total the value and the limits are null, because the weights of single bands then rule the result
 * @throws RefusedArgument counts: must not be empty; entries must be whole numbers, not negative.
 * @throws RefusedArgument populations: as many as counts; entries finite and above zero.
 * @throws RefusedArgument standard: as many as counts; entries not negative, not all zero.
 * @throws RefusedArgument confidence, multiplier, minimumEvents: out of range.
 */
export function directlyStandardisedRate(
  bands: StandardisedBands,
  options: DirectRateOptions = {},
): DirectRate {
  const { events, rate, variance } = directSums(bands);
  return dobsonRate(events, rate, variance, options);
}

/** Persons of each band who had the event exactly `events` times. */
export interface EventFrequency {
  readonly events: number;
  readonly persons: ArrayLike<number>;
}

/**
 * Directly standardised rate of events that one person can have several times, such as admissions:
 * they are not independent, so the variance is built from persons.
 *
 *     V = Σ over f of f²·V_f,   V_f as above from the persons with f events;   X = Σ f·persons
 *
 * Source: Statistics in Medicine 1991;10:457 for the limits; Stukel et al., Statistics in Medicine
 * 1994;13:1781 for the variance of repeated events.
 * @param frequencies one entry for each number of events that occurs
 * @param bands populations and standard, one entry per age band, same order as persons
 * @throws RefusedArgument frequencies: must not be empty; events whole and above zero; persons whole,
 *   not negative, all lists of one length.
 * @throws RefusedArgument populations, standard, options: as for the rate of independent events.
 */
export function directlyStandardisedRateOfRepeatedEvents(
  frequencies: readonly EventFrequency[],
  bands: Omit<StandardisedBands, "counts">,
  options: DirectRateOptions = {},
): DirectRate {
  const bandCount = notEmpty(frequencies, "frequencies")[0]!.persons.length;
  notEmpty(frequencies[0]!.persons, "frequencies[0].persons");
  const weightSum = checkedWeightSum(bands, bandCount);
  let total = 0;
  let rate = 0;
  let variance = 0;
  frequencies.forEach(({ events, persons }, f) => {
    count(events, `frequencies[${f}].events`);
    positive(events, `frequencies[${f}].events`);
    sameLength(persons, `frequencies[${f}].persons`, bands.populations, "populations");
    each(persons, `frequencies[${f}].persons`, count);
    for (let i = 0; i < bandCount; i++) {
      const step = bands.standard[i]! / weightSum / bands.populations[i]!;
      total += events * persons[i]!;
      rate += step * events * persons[i]!;
      variance += step * step * events * events * persons[i]!;
    }
  });
  return dobsonRate(total, rate, variance, options);
}

/**
 * Directly standardised rate from published rates by age band, whose counts are not known: no limits.
 *
 *     Σ wᵢ·rateᵢ / Σ wᵢ, in the unit of the rates
 *
 * @param rates rate of each band
 * @param standard weight of each band, same order
 * @throws RefusedArgument rates: must not be empty; entries finite and not negative.
 * @throws RefusedArgument standard: as many as rates; entries not negative, not all zero.
 */
export function directlyStandardisedRateOfRates(
  rates: ArrayLike<number>,
  standard: ArrayLike<number>,
): number {
  const bandCount = notEmpty(rates, "rates").length;
  each(rates, "rates", nonNegative);
  sameLength(standard, "standard", rates, "rates");
  const weightSum = checkedWeightSum(
    { populations: new Float64Array(bandCount).fill(1), standard },
    bandCount,
  );
  let sum = 0;
  for (let i = 0; i < bandCount; i++) sum += (standard[i]! / weightSum) * rates[i]!;
  return sum;
}

/** Dobson's limits around a weighted rate per person. */
function dobsonRate(events: number, rate: number, variance: number, options: DirectRateOptions): DirectRate {
  const { confidence = 0.95, multiplier = 100_000, minimumEvents = 10 } = options;
  confidenceLevel(confidence);
  positive(multiplier, "multiplier");
  count(minimumEvents, "minimumEvents");
  // Without any event there is no variance to scale, whatever the caller allows.
  if (events === 0 || events < minimumEvents) {
    return { events, value: null, lower: null, upper: null, reason: "too few events" };
  }
  const limits = byarsLimits(events, { confidence });
  const scale = Math.sqrt(variance / events);
  return {
    events,
    value: rate * multiplier,
    lower: (rate + scale * ((limits.lower ?? 0) - events)) * multiplier,
    upper: (rate + scale * (limits.upper - events)) * multiplier,
    reason: null,
  };
}
