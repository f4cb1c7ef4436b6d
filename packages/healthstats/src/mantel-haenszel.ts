import { confidenceLevel, count, notEmpty } from "./guards.ts";
import type { ConfidenceOption } from "./interval.ts";
import { type Contrast, logContrast, UNDEFINED_CONTRAST } from "./rate-ratio.ts";
import { chiSquareUpperTail } from "./special-functions.ts";

/** One fourfold table, e.g. of one age band. */
export interface Stratum {
  readonly exposedCases: number;
  readonly unexposedCases: number;
  readonly exposedControls: number;
  readonly unexposedControls: number;
}

/** A common odds ratio and the test that it is one. */
export interface MantelHaenszel extends Contrast {
  /** One degree of freedom; null if no stratum carries information. */
  readonly chiSquare: number | null;
  readonly p: number | null;
}

/** How sure, and whether ½ is taken off in the test. */
export interface MantelHaenszelOptions extends ConfidenceOption {
  readonly continuityCorrection?: boolean;
}

/**
 * Odds ratio over strata by Mantel and Haenszel.
 *
 * Says: how many times the odds of being a case are higher with exposure, the strata held apart.
 *
 *     OR = Σ(ad/n)/Σ(bc/n),  a exposed cases, b unexposed cases, c exposed controls, d unexposed controls
 *     limits exp(ln OR ∓ z·√V),  V of Robins, Breslow and Greenland
 *     X² = (Σ(a − E(a)))²/ΣVar(a);  with the correction (|Σ| − ½)², where |Σ| is at least ½
 *
 * Source: Mantel and Haenszel, JNCI 1959;22:719; Robins et al., Biometrics 1986;42:311.
 * @param strata fourfold tables of persons; a stratum with one person or none adds nothing
 * @param options confidence (0.95); continuityCorrection (false)
 * @returns value and limits null if Σ(ad/n) or Σ(bc/n) is zero
 * @throws RefusedArgument strata: must not be empty; each cell whole and not negative.
 * @throws RefusedArgument confidence: must lie strictly between 0 and 1.
 */
export function mantelHaenszelOddsRatio(
  strata: readonly Stratum[],
  options: MantelHaenszelOptions = {},
): MantelHaenszel {
  const { confidence = 0.95, continuityCorrection = false } = options;
  confidenceLevel(confidence);
  notEmpty(strata, "strata");
  let over = 0;
  let under = 0;
  let agreeOver = 0;
  let mixed = 0;
  let disagreeUnder = 0;
  let excess = 0;
  let variance = 0;
  strata.forEach((stratum, i) => {
    const a = count(stratum.exposedCases, `strata[${i}].exposedCases`);
    const b = count(stratum.unexposedCases, `strata[${i}].unexposedCases`);
    const c = count(stratum.exposedControls, `strata[${i}].exposedControls`);
    const d = count(stratum.unexposedControls, `strata[${i}].unexposedControls`);
    const n = a + b + c + d;
    if (n < 2) return;
    const r = (a * d) / n;
    const s = (b * c) / n;
    const agree = (a + d) / n;
    const disagree = (b + c) / n;
    over += r;
    under += s;
    agreeOver += agree * r;
    mixed += agree * s + disagree * r;
    disagreeUnder += disagree * s;
    excess += a - ((a + b) * (a + c)) / n;
    variance += ((((a + b) / n) * (c + d)) / n) * (((a + c) * (b + d)) / (n - 1));
  });
  const size = Math.abs(excess);
  const chiSquare =
    variance === 0 ? null : (size - (continuityCorrection && size >= 0.5 ? 0.5 : 0)) ** 2 / variance;
  const p = chiSquare === null ? null : chiSquareUpperTail(chiSquare, 1);
  if (over === 0 || under === 0) return { ...UNDEFINED_CONTRAST, chiSquare, p };
  const logVariance =
    agreeOver / (2 * over ** 2) + mixed / (2 * over * under) + disagreeUnder / (2 * under ** 2);
  return { ...logContrast(over / under, Math.sqrt(logVariance), confidence), chiSquare, p };
}
