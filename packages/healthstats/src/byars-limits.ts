import { confidenceLevel, count } from "./guards.ts";
import type { ConfidenceOption } from "./interval.ts";
import { normalQuantileFor } from "./special-functions.ts";

/** Limits of a count; `lower` is null where the approximation has none. */
export interface ByarsLimits {
  readonly lower: number | null;
  readonly upper: number;
}

/**
 * Byar's approximate limits for a Poisson count.
 *
 * Says: in which range the expected number of events lies, judged by the number that happened.
 * Close to the exact limits from 10 events on.
 *
 *     lower = x·(1 − 1/(9x) − z/(3√x))³      upper = (x+1)·(1 − 1/(9(x+1)) + z/(3√(x+1)))³
 *
 * The variant with x + ½ in both limits (Rothman) is another one and gives other numbers.
 * Source: Breslow and Day, Statistical Methods in Cancer Research II, 1987, p. 69.
 * @param events x, a number of independent events
 * @param options confidence (0.95)
 * @returns limits in events; lower is null for no event and where the cube would be negative
 *   (one event at 99.8 %): use the exact limits there
 * @throws RefusedArgument events: must be a whole number, not negative.
 * @throws RefusedArgument confidence: must lie strictly between 0 and 1.
 */
export function byarsLimits(events: number, options: ConfidenceOption = {}): ByarsLimits {
  const { confidence = 0.95 } = options;
  count(events, "events");
  const z = normalQuantileFor(confidenceLevel(confidence));
  const next = events + 1;
  const upper = next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3;
  if (events === 0) return { lower: null, upper };
  const root = 1 - 1 / (9 * events) - z / (3 * Math.sqrt(events));
  return { lower: root < 0 ? null : events * root ** 3, upper };
}
