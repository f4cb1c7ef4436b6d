import { K6_BANDS_JAPAN, type K6Bands } from "../../data/k6-bands.ts";
import { type Answer, type Incomplete, unanswered } from "./answers.ts";

export interface K6Score {
  readonly status: "scored";
  /** 0 to 24, high is distress. */
  readonly score: number;
  readonly band: string;
  readonly bands: string;
}

/**
 * K6, psychological distress in the past 30 days: sum of six answers of 0 (none of the time) to 4 (all of
 * the time), and its band. It screens; it does not diagnose. Forms that print 1 to 5 are shifted by the
 * caller, who knows the form.
 *
 * Refused: `answers` of another length than 6; an answer that is not a whole number from 0 to 4.
 *
 * Source: data/k6-bands.ts.
 */
export function k6(answers: readonly Answer[], bands: K6Bands = K6_BANDS_JAPAN): K6Score | Incomplete {
  const missing = unanswered(answers, 6, 0, 4);
  if (missing.length > 0) return { status: "not-judged", missing };
  let score = 0;
  for (const answer of answers) score += answer as number;
  let band = "";
  for (const { code, from } of bands.bands) if (score >= from) band = code;
  return { status: "scored", score, band, bands: bands.name };
}
