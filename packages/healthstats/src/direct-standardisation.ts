import { count, each, nonNegative, notEmpty, positive, refuse, sameLength } from "./guards.ts";

/**
 * An area's events by age band beside a standard population, all in the same order of bands.
 * A band without events has the count 0; a band whose count is unknown makes the rate unknowable.
 */
export interface StandardisedBands {
  /** Events in each band. */
  readonly counts: ArrayLike<number>;
  /** Persons or person-years of the area in each band. */
  readonly populations: ArrayLike<number>;
  /** Weight of each band; any positive scale. */
  readonly standard: ArrayLike<number>;
}

/** Sums that every directly standardised rate needs, per person (no multiplier). */
export interface DirectSums {
  readonly events: number;
  readonly population: number;
  /** Σ w·x/n with weights that sum to one. */
  readonly rate: number;
  /** Σ w²·x/n². */
  readonly variance: number;
  /** Largest w/n: what one more death in the worst band would add. */
  readonly largestStep: number;
}

/**
 * Checks the populations and the standard of a set of bands and gives the sum of the weights.
 *
 * @throws RefusedArgument populations, standard: must be as many as the counts; entries finite,
 *   populations above zero, standard not negative and above zero in sum.
 */
export function checkedWeightSum(bands: Omit<StandardisedBands, "counts">, bandCount: number): number {
  const { populations, standard } = bands;
  sameLength(populations, "populations", { length: bandCount }, "counts");
  sameLength(standard, "standard", { length: bandCount }, "counts");
  each(populations, "populations", positive);
  each(standard, "standard", nonNegative);
  let sum = 0;
  for (let i = 0; i < bandCount; i++) sum += standard[i]!;
  if (sum === 0) refuse("standard", "must not be zero in every band");
  return sum;
}

/** The sums of direct standardisation, after all checks. */
export function directSums(bands: StandardisedBands): DirectSums {
  const { counts, populations, standard } = bands;
  const bandCount = notEmpty(counts, "counts").length;
  each(counts, "counts", count);
  const weightSum = checkedWeightSum(bands, bandCount);
  let events = 0;
  let population = 0;
  let rate = 0;
  let variance = 0;
  let largestStep = 0;
  for (let i = 0; i < bandCount; i++) {
    const step = standard[i]! / weightSum / populations[i]!;
    const part = step * counts[i]!;
    events += counts[i]!;
    population += populations[i]!;
    rate += part;
    variance += step * part;
    if (step > largestStep) largestStep = step;
  }
  return { events, population, rate, variance, largestStep };
}
