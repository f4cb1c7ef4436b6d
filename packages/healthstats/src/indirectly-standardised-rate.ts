import { count, each, notEmpty, positive, refuse, sameLength } from "./guards.ts";
import type { EstimateOptions } from "./interval.ts";
import { expectedEvents, type StandardisedRatio, standardisedRatio } from "./standardised-ratio.ts";

/** An area beside a reference, by age band in the same order. */
export interface IndirectBands {
  /** Events of the area in each band; only their sum enters. */
  readonly counts: ArrayLike<number>;
  /** Persons or person-years of the area; a band may be empty. */
  readonly populations: ArrayLike<number>;
  /** Events of the reference in each band. */
  readonly referenceCounts: ArrayLike<number>;
  /** Persons or person-years of the reference. */
  readonly referencePopulations: ArrayLike<number>;
}

/** An indirectly standardised rate, and the reference rate it hangs on. */
export interface IndirectRate extends StandardisedRatio {
  readonly referenceRate: number;
}

/**
 * Indirectly standardised ratio: events of the area over those expected at the reference's rates.
 *
 *     E = Σ nᵢ·Xᵢ/Nᵢ        value = x/E · multiplier
 *     limits = limits of the count x (exact below 10, Byar's from 10) / E · multiplier
 *
 * Source: Breslow and Day 1987, chapter 2.
 * @param bands counts, populations, referenceCounts, referencePopulations, same order
 * @param options confidence (0.95); multiplier (100, as in Japan; 1 gives a plain ratio)
 * @throws RefusedArgument counts, referenceCounts: whole numbers, not negative, lists of one length.
 * @throws RefusedArgument populations: finite and not negative.
 * @throws RefusedArgument referencePopulations: finite and above zero.
 * @throws RefusedArgument expected: must be above zero, or there is nothing to compare with.
 * @throws RefusedArgument confidence, multiplier: out of range.
 */
export function indirectlyStandardisedRatio(
  bands: IndirectBands,
  options: EstimateOptions = {},
): StandardisedRatio {
  const { observed, expected } = observedAndExpected(bands);
  return standardisedRatio(observed, expected, "byar-from-10", { multiplier: 100, ...options });
}

/**
 * Indirectly standardised rate: the ratio times the reference's crude rate, so that it reads as a rate.
 *
 *     value = x/E · ΣXᵢ/ΣNᵢ · multiplier
 *
 * Arguments and refusals as for the ratio; multiplier is 100,000 unless told.
 */
export function indirectlyStandardisedRate(
  bands: IndirectBands,
  options: EstimateOptions = {},
): IndirectRate {
  const { multiplier = 100_000, confidence = 0.95 } = options;
  positive(multiplier, "multiplier");
  const { observed, expected, crude } = observedAndExpected(bands);
  const referenceRate = crude * multiplier;
  if (referenceRate === 0) refuse("referenceCounts", "must not be zero in every band");
  return {
    ...standardisedRatio(observed, expected, "byar-from-10", { confidence, multiplier: referenceRate }),
    referenceRate,
  };
}

function observedAndExpected(bands: IndirectBands) {
  const { counts, populations, referenceCounts, referencePopulations } = bands;
  const bandCount = notEmpty(counts, "counts").length;
  sameLength(populations, "populations", counts, "counts");
  sameLength(referenceCounts, "referenceCounts", counts, "counts");
  sameLength(referencePopulations, "referencePopulations", counts, "counts");
  each(counts, "counts", count);
  each(referenceCounts, "referenceCounts", count);
  each(referencePopulations, "referencePopulations", positive);
  const rates = new Float64Array(bandCount);
  let observed = 0;
  let referenceEvents = 0;
  let referencePersons = 0;
  for (let i = 0; i < bandCount; i++) {
    rates[i] = referenceCounts[i]! / referencePopulations[i]!;
    observed += counts[i]!;
    referenceEvents += referenceCounts[i]!;
    referencePersons += referencePopulations[i]!;
  }
  return {
    observed,
    expected: expectedEvents(populations, rates),
    crude: referenceEvents / referencePersons,
  };
}
