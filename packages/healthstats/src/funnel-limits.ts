import { count, positive, probability } from "./guards.ts";
import { poissonExactLimits } from "./poisson-exact.ts";
import { normalQuantileFor } from "./special-functions.ts";

/** The two pairs of lines of a funnel: 95 % ("2 sigma") and 99.8 % ("3 sigma"). */
export const FUNNEL_LEVELS = { warning: 0.95, alarm: 0.998 } as const;

/** Limits of a funnel at one size of area, in the unit of the figure. */
export interface FunnelLimits {
  readonly baseline: number;
  readonly warning: FunnelPair;
  readonly alarm: FunnelPair;
}

/** Upper is null where no finite limit exists (no event). */
export interface FunnelPair {
  readonly lower: number;
  readonly upper: number | null;
}

/**
 * Funnel limits for a proportion.
 *
 * Says: between which values the proportion of an area of this size falls if it is no different from
 * the average. Points outside the 99.8 % lines ask for a look.
 *
 *     p₀ ∓ z·√(p₀(1 − p₀)/n), kept within 0 and 1
 *
 * Source: Spiegelhalter, Statistics in Medicine 2005;24:1185.
 * @param population n, persons judged in the area
 * @param average p₀, the proportion of all areas together, 0 to 1
 * @param multiplier 100 (per cent) unless told
 * @throws RefusedArgument population: must be a finite number above zero.
 * @throws RefusedArgument average: must lie between 0 and 1.
 * @throws RefusedArgument multiplier: must be a finite number above zero.
 */
export function funnelLimitsForProportion(
  population: number,
  average: number,
  multiplier = 100,
): FunnelLimits {
  positive(population, "population");
  probability(average, "average");
  positive(multiplier, "multiplier");
  const se = Math.sqrt((average * (1 - average)) / population);
  const pair = (confidence: number) => {
    const reach = normalQuantileFor(confidence) * se;
    return {
      lower: Math.max(0, average - reach) * multiplier,
      upper: Math.min(1, average + reach) * multiplier,
    };
  };
  return {
    baseline: average * multiplier,
    warning: pair(FUNNEL_LEVELS.warning),
    alarm: pair(FUNNEL_LEVELS.alarm),
  };
}

/** A pair of funnel lines of a ratio or rate, with the size of area at which each line is met. */
export interface InvertedPair extends FunnelPair {
  /** Expected events at which this number of observed events lies on the lower line. */
  readonly lowerAt: number;
  /** Expected events at which it lies on the upper line. */
  readonly upperAt: number;
}

/** Limits of a ratio or rate funnel at one number of observed events. */
export interface InvertedFunnel extends FunnelLimits {
  readonly warning: InvertedPair;
  readonly alarm: InvertedPair;
}

/**
 * Funnel limits for a ratio such as the SMR, drawn over observed events.
 *
 * The funnel is turned round: for O observed events each line stands at the ratio whose exact Poisson
 * interval just touches the baseline. The lower line therefore belongs to the higher Poisson limit.
 *
 *     lower = O/U, upper = O/L · multiplier;  L, U exact limits of the count O
 *
 * Source: Spiegelhalter 2005; Garwood 1936.
 * @param observed O, events
 * @param multiplier 100 unless told
 * @throws RefusedArgument observed: must be a whole number, not negative.
 * @throws RefusedArgument multiplier: must be a finite number above zero.
 */
export function funnelLimitsForRatio(observed: number, multiplier = 100): InvertedFunnel {
  count(observed, "observed");
  positive(multiplier, "multiplier");
  const pair = (confidence: number): InvertedPair => {
    const { lower, upper } = poissonExactLimits(observed, { confidence });
    return {
      lower: (observed / upper) * multiplier,
      upper: observed === 0 ? null : (observed / lower) * multiplier,
      lowerAt: upper,
      upperAt: lower,
    };
  };
  return { baseline: multiplier, warning: pair(FUNNEL_LEVELS.warning), alarm: pair(FUNNEL_LEVELS.alarm) };
}

/**
 * Funnel limits for a rate, drawn over observed events; as for a ratio, times the average rate.
 *
 * `lowerAt` and `upperAt` are persons a year: expected events / average / years.
 *
 * @param events events in the area in the whole period
 * @param average events per person-year of all areas together (not multiplied)
 * @param options multiplier (100,000); years of data (1)
 * @throws RefusedArgument events: must be a whole number, not negative.
 * @throws RefusedArgument average, multiplier, years: must be finite numbers above zero.
 */
export function funnelLimitsForRate(
  events: number,
  average: number,
  options: { readonly multiplier?: number; readonly years?: number } = {},
): InvertedFunnel {
  const { multiplier = 100_000, years = 1 } = options;
  positive(average, "average");
  positive(multiplier, "multiplier");
  positive(years, "years");
  const baseline = average * multiplier;
  const { warning, alarm } = funnelLimitsForRatio(count(events, "events"), baseline);
  const perYear = (pair: InvertedPair): InvertedPair => ({
    ...pair,
    lowerAt: pair.lowerAt / average / years,
    upperAt: pair.upperAt / average / years,
  });
  return { baseline, warning: perYear(warning), alarm: perYear(alarm) };
}
