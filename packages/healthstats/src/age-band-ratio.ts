import { confidenceLevel, count, nonNegative, positive, refuse } from "./guards.ts";
import type { ConfidenceOption } from "./interval.ts";
import { type Contrast, rateRatio } from "./rate-ratio.ts";

/** Claims of one age band: counted claims, with the insured persons if they are known. */
export interface AgeBandClaims {
  readonly claims: number;
  readonly insured?: number;
}

/**
 * Ratio of an older age band to the one below it, from counts: claims at 60–64 over 55–59.
 *
 * Says: how much more often a disease is treated from one band to the next. A steep step shows where
 * prevention at the workplace, before retirement, has its place.
 *
 *     (a/n₁)/(b/n₀), or a/b where the insured are not known;  limits exp(ln ratio ∓ z·√(1/a + 1/b))
 *
 * Source: claims table of the Sagamihara council (Ministry of Health, Labour and Welfare, Health
 * Bureau, about fiscal 2010); limits as for the rate ratio.
 * @param older claims, and insured persons if known, of the band above the line
 * @param younger the same of the band below the line
 * @param options confidence (0.95)
 * @returns null throughout if a band has no claim
 * @throws RefusedArgument older.claims, younger.claims: whole numbers, not negative.
 * @throws RefusedArgument older.insured, younger.insured: finite and above zero, given for both or none.
 * @throws RefusedArgument confidence: must lie strictly between 0 and 1.
 */
export function ageBandRatio(
  older: AgeBandClaims,
  younger: AgeBandClaims,
  options: ConfidenceOption = {},
): Contrast {
  const { confidence = 0.95 } = options;
  confidenceLevel(confidence);
  count(older.claims, "older.claims");
  count(younger.claims, "younger.claims");
  if ((older.insured === undefined) !== (younger.insured === undefined)) {
    refuse("insured", "must be given for both age bands or for none");
  }
  return rateRatio(
    { events: older.claims, personTime: positive(older.insured ?? 1, "older.insured") },
    { events: younger.claims, personTime: positive(younger.insured ?? 1, "younger.insured") },
    { confidence },
  );
}

/**
 * The same ratio from two published rates, whose counts are not known: no limits can be given.
 *
 * @throws RefusedArgument olderRate: must be a finite number, not negative.
 * @throws RefusedArgument youngerRate: must be a finite number above zero.
 */
export function ageBandRatioOfRates(olderRate: number, youngerRate: number): Contrast {
  nonNegative(olderRate, "olderRate");
  return { value: olderRate / positive(youngerRate, "youngerRate"), lower: null, upper: null };
}
