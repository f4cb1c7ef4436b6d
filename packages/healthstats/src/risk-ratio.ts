import { confidenceLevel } from "./guards.ts";
import type { ConfidenceOption } from "./interval.ts";
import { type Contrast, logContrast, UNDEFINED_CONTRAST } from "./rate-ratio.ts";
import { type CountedProportion, checkProportion, twoProportions } from "./two-proportions.ts";

/**
 * Ratio of two risks.
 *
 *     RR = (a/n₁)/(b/n₀),  limits exp(ln RR ∓ z·√(1/a − 1/n₁ + 1/b − 1/n₀))
 *
 * Source: Katz, Baptista, Azen, Pike, Biometrics 1978;34:469.
 * @param exposed events a among n₁ persons
 * @param reference events b among n₀ persons
 * @param options confidence (0.95)
 * @returns null throughout if a cell of the fourfold table is zero: no half is added
 * @throws RefusedArgument exposed.total, reference.total: whole numbers, at least one.
 * @throws RefusedArgument exposed.events, reference.events: whole, not negative, not above their total.
 * @throws RefusedArgument confidence: must lie strictly between 0 and 1.
 */
export function riskRatio(
  exposed: CountedProportion,
  reference: CountedProportion,
  options: ConfidenceOption = {},
): Contrast {
  const { confidence = 0.95 } = options;
  if (hasZeroCell(exposed, reference, confidence)) return UNDEFINED_CONTRAST;
  const value = exposed.events / exposed.total / (reference.events / reference.total);
  const variance = 1 / exposed.events - 1 / exposed.total + 1 / reference.events - 1 / reference.total;
  return logContrast(value, Math.sqrt(variance), confidence);
}

/**
 * Odds ratio of a fourfold table with Woolf's limits.
 *
 *     OR = ad/(bc),  limits exp(ln OR ∓ z·√(1/a + 1/b + 1/c + 1/d)),  c = n₁ − a, d = n₀ − b
 *
 * Source: Woolf, Annals of Human Genetics 1955;19:251. Arguments and refusals as for the risk ratio.
 */
export function oddsRatio(
  exposed: CountedProportion,
  reference: CountedProportion,
  options: ConfidenceOption = {},
): Contrast {
  const { confidence = 0.95 } = options;
  if (hasZeroCell(exposed, reference, confidence)) return UNDEFINED_CONTRAST;
  const exposedWithout = exposed.total - exposed.events;
  const referenceWithout = reference.total - reference.events;
  const value = (exposed.events / exposedWithout) * (referenceWithout / reference.events);
  const variance = 1 / exposed.events + 1 / exposedWithout + 1 / reference.events + 1 / referenceWithout;
  return logContrast(value, Math.sqrt(variance), confidence);
}

/**
 * Difference of two risks, exposed minus reference, with Newcombe's limits; defined for any counts.
 *
 * Source: Newcombe 1998. Arguments and refusals as for the risk ratio.
 */
export function riskDifference(
  exposed: CountedProportion,
  reference: CountedProportion,
  options: ConfidenceOption = {},
): Contrast {
  checkProportion(exposed, "exposed");
  checkProportion(reference, "reference");
  const { difference, newcombe } = twoProportions(exposed, reference, options);
  return { value: difference, ...newcombe };
}

function hasZeroCell(exposed: CountedProportion, reference: CountedProportion, confidence: number): boolean {
  checkProportion(exposed, "exposed");
  checkProportion(reference, "reference");
  confidenceLevel(confidence);
  return [exposed, reference].some(({ events, total }) => events === 0 || events === total);
}
