import { each, nonNegative, notEmpty, positive, positiveCount, refuse } from "./guards.ts";

/** A stratum to draw from; `share` is what proportion of it is expected to have the feature (½ where nothing is known). */
export interface StratumToDraw {
  readonly population: number;
  readonly share?: number;
}

/**
 * How many to draw from each stratum so that a proportion of all gets the smallest error (Neyman): more where there are
 * more, and where they differ more. Whole numbers that add up to the size, none above its stratum, at least `least` of
 * each as far as there are so many.
 *
 *     nₕ ∝ Nₕ·√(pₕ(1 − pₕ))
 *
 * Source: Neyman, JRSS 1934;97:558.
 * @throws RefusedArgument strata: not empty; populations whole and above zero; shares from 0 to 1.
 * @throws RefusedArgument size: whole, at least one, not above all strata together.
 */
export function neymanAllocation(
  strata: readonly StratumToDraw[],
  size: number,
  { least = 2 }: { readonly least?: number } = {},
): number[] {
  notEmpty(strata, "strata");
  const populations = strata.map(({ population }) => population);
  each(populations, "populations", positiveCount);
  const whole = populations.reduce((sum, one) => sum + one, 0);
  if (positiveCount(size, "size") > whole) refuse("size", "must not be above all strata together");
  const spread = strata.map(({ population, share = 0.5 }, i) => {
    if (nonNegative(share, `strata[${i}].share`) > 1)
      refuse(`strata[${i}].share`, "must lie between 0 and 1");
    // Where everybody is expected to be alike a little is kept: the expectation may be wrong.
    return population * Math.max(0.05, Math.sqrt(share * (1 - share)));
  });
  const drawn = populations.map((population) => Math.min(population, least));
  let left = size - drawn.reduce((sum, one) => sum + one, 0);
  if (left < 0) refuse("size", `must be enough for ${least} of each stratum`);
  // One after the other to the stratum that lags most behind its part (highest averages): no rounding to mend.
  while (left > 0) {
    let next = -1;
    for (let i = 0; i < drawn.length; i++) {
      if (drawn[i]! >= populations[i]!) continue;
      if (next < 0 || spread[i]! / (drawn[i]! + 0.5) > spread[next]! / (drawn[next]! + 0.5)) next = i;
    }
    drawn[next]! += 1;
    left -= 1;
  }
  return drawn;
}

/** Half the width of the interval to expect, before anything is sent: of a proportion near ½ unless told otherwise. */
export function expectedReach(
  answers: number,
  population: number,
  { share = 0.5, designEffect = 1 }: { readonly share?: number; readonly designEffect?: number } = {},
): number {
  positive(answers, "answers");
  if (answers > positive(population, "population")) refuse("answers", "must not be above the population");
  const finite = population > 1 ? (population - answers) / (population - 1) : 0;
  return (
    1.959964 * Math.sqrt(((share * (1 - share)) / answers) * positive(designEffect, "designEffect") * finite)
  );
}
