import { confidenceLevel, count, positive } from "./guards.ts";
import type { ConfidenceOption } from "./interval.ts";
import { normalQuantileFor } from "./special-functions.ts";

/** A ratio or difference that a zero can leave undefined: then all three are null. */
export interface Contrast {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Events over person-time. */
export interface PersonTimeRate {
  readonly events: number;
  readonly personTime: number;
}

export const UNDEFINED_CONTRAST: Contrast = { value: null, lower: null, upper: null };

/** exp(ln value ∓ z·se): limits that are symmetric for the logarithm. */
export function logContrast(value: number, standardError: number, confidence: number): Contrast {
  const factor = Math.exp(normalQuantileFor(confidence) * standardError);
  return { value, lower: value / factor, upper: value * factor };
}

/**
 * Ratio of two rates.
 *
 *     RR = (a/t₁)/(b/t₀),  limits exp(ln RR ∓ z·√(1/a + 1/b))
 *
 * Source: Rothman and Greenland, Modern Epidemiology, chapter 14.
 * @param exposed the group whose rate stands above the line: events a, person-time t₁
 * @param reference the group it is compared with: events b, person-time t₀
 * @param options confidence (0.95)
 * @returns null throughout if one group has no event: no half is added to force a number
 * @throws RefusedArgument exposed.events, reference.events: whole numbers, not negative.
 * @throws RefusedArgument exposed.personTime, reference.personTime: finite and above zero.
 * @throws RefusedArgument confidence: must lie strictly between 0 and 1.
 */
export function rateRatio(
  exposed: PersonTimeRate,
  reference: PersonTimeRate,
  options: ConfidenceOption = {},
): Contrast {
  const { confidence = 0.95 } = options;
  checkRates(exposed, reference, confidence);
  if (exposed.events === 0 || reference.events === 0) return UNDEFINED_CONTRAST;
  const value = exposed.events / exposed.personTime / (reference.events / reference.personTime);
  return logContrast(value, Math.sqrt(1 / exposed.events + 1 / reference.events), confidence);
}

/**
 * Difference of two rates, in events per unit of person-time.
 *
 *     RD = a/t₁ − b/t₀,  limits RD ∓ z·√(a/t₁² + b/t₀²)
 *
 * Arguments, source and refusals as for the ratio.
 * @returns null throughout if neither group has an event, for then nothing measures the chance
 */
export function rateDifference(
  exposed: PersonTimeRate,
  reference: PersonTimeRate,
  options: ConfidenceOption = {},
): Contrast {
  const { confidence = 0.95 } = options;
  checkRates(exposed, reference, confidence);
  if (exposed.events === 0 && reference.events === 0) return UNDEFINED_CONTRAST;
  const value = exposed.events / exposed.personTime - reference.events / reference.personTime;
  const variance = exposed.events / exposed.personTime ** 2 + reference.events / reference.personTime ** 2;
  const reach = normalQuantileFor(confidence) * Math.sqrt(variance);
  return { value, lower: value - reach, upper: value + reach };
}

function checkRates(exposed: PersonTimeRate, reference: PersonTimeRate, confidence: number): void {
  count(exposed.events, "exposed.events");
  count(reference.events, "reference.events");
  positive(exposed.personTime, "exposed.personTime");
  positive(reference.personTime, "reference.personTime");
  confidenceLevel(confidence);
}
