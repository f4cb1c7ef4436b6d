import { FUNNEL_LEVELS, funnelLimitsForProportion } from "./funnel-limits.ts";
import { atMost, count, nonNegative, positive } from "./guards.ts";
import { countLimits } from "./rate-byars.ts";

/** Where a figure lies in a funnel; `tail` is the share of chance beyond the line that it passed. */
export type FunnelPosition =
  | { readonly direction: "high" | "low"; readonly tail: 0.001 | 0.025 }
  | { readonly direction: "none"; readonly tail: null }
  | { readonly direction: "not applicable"; readonly tail: null; readonly reason: "too few events" };

const INSIDE: FunnelPosition = { direction: "none", tail: null };

/** The 99.8 % line is tried first: a figure beyond it is beyond the 95 % line as well. */
const LEVELS = [
  { confidence: FUNNEL_LEVELS.alarm, tail: 0.001 },
  { confidence: FUNNEL_LEVELS.warning, tail: 0.025 },
] as const;

/**
 * Where the proportion of an area lies in its funnel; on the line counts as inside.
 *
 * Source: as for the funnel limits.
 * @param numerator persons with the feature; weighted counts need not be whole
 * @param denominator persons judged
 * @param average proportion of all areas together, 0 to 1
 * @throws RefusedArgument numerator: finite, not negative, not above the denominator.
 * @throws RefusedArgument denominator: finite and above zero.
 * @throws RefusedArgument average: must lie between 0 and 1.
 */
export function funnelSignificanceOfProportion(
  numerator: number,
  denominator: number,
  average: number,
): FunnelPosition {
  positive(denominator, "denominator");
  nonNegative(numerator, "numerator");
  atMost(numerator, "numerator", denominator, "denominator");
  const { warning, alarm } = funnelLimitsForProportion(denominator, average, 1);
  const value = numerator / denominator;
  for (const [pair, tail] of [
    [alarm, 0.001],
    [warning, 0.025],
  ] as const) {
    if (value < pair.lower) return { direction: "low", tail };
    if (pair.upper !== null && value > pair.upper) return { direction: "high", tail };
  }
  return INSIDE;
}

/**
 * Where a ratio lies: its interval (exact below 10 events, Byar's from 10 on) is held against 1.
 *
 * @param observed events
 * @param expected events expected at the reference's rates
 * @throws RefusedArgument observed: must be a whole number, not negative.
 * @throws RefusedArgument expected: must be a finite number above zero.
 */
export function funnelSignificanceOfRatio(observed: number, expected: number): FunnelPosition {
  count(observed, "observed");
  return positionOfCount(observed, positive(expected, "expected"));
}

/**
 * Where a rate lies: its interval is held against the average of all areas.
 *
 * A standardised rate stands on fewer effective events than persons: its denominator is taken back
 * from the rate itself, multiplier · events / rate, by the caller.
 *
 * @param events events in the area
 * @param denominator persons or person-years behind the rate
 * @param average events per unit of the denominator, of all areas together (not multiplied)
 * @param options standardised (false): then fewer than 10 events are not judged
 * @throws RefusedArgument events: must be a whole number, not negative.
 * @throws RefusedArgument denominator, average: must be finite numbers above zero.
 */
export function funnelSignificanceOfRate(
  events: number,
  denominator: number,
  average: number,
  options: { readonly standardised?: boolean } = {},
): FunnelPosition {
  count(events, "events");
  if (options.standardised && events < 10) {
    return { direction: "not applicable", tail: null, reason: "too few events" };
  }
  return positionOfCount(events, positive(denominator, "denominator") * positive(average, "average"));
}

function positionOfCount(events: number, expected: number): FunnelPosition {
  for (const { confidence, tail } of LEVELS) {
    const { lower, upper } = countLimits(events, { confidence });
    if (upper < expected) return { direction: "low", tail };
    if (lower > expected) return { direction: "high", tail };
  }
  return INSIDE;
}
