import { HIGH_STRESS_CONVERSION_57, type HighStressCriteria } from "../../data/bjsq-criteria.ts";
import { type Level, SCALES, type Scale } from "../../data/bjsq-scales.ts";
import { refuse } from "../guards.ts";
import { type Answer, type Incomplete, unanswered } from "./answers.ts";
import { highStress } from "./bjsq-high-stress.ts";
import type { Sex } from "./checkup-values.ts";

export interface ConversionScore {
  readonly status: "scored";
  readonly method: "conversion";
  /** Raw score of each of the 19 scales. */
  readonly raw: Readonly<Record<string, number>>;
  /** Points 1 (most stress) to 5 (least) of each scale. */
  readonly points: Readonly<Record<string, number>>;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly highStress: boolean;
  readonly criteria: string;
}

/**
 * Conversion method (素点換算表方式) of the 57-item form: the raw score of each scale, from the answers as
 * printed, becomes 1 to 5 points by the table of the person's sex; 5 is least stress. A sums nine scales,
 * B six, C three; satisfaction is converted but enters no sum. Low points are stress.
 *
 * There is no table for another sex or none given: use the totals method then.
 *
 * Refused: `answers` of another length than 57; an answer that is not 1, 2, 3 or 4; `sex` other than male
 * or female.
 *
 * Source: data/bjsq-scales.ts, data/bjsq-criteria.ts.
 */
export function bjsqConversion(
  answers: readonly Answer[],
  sex: Sex,
  criteria: HighStressCriteria = HIGH_STRESS_CONVERSION_57,
): ConversionScore | Incomplete {
  if (sex !== "male" && sex !== "female") refuse("sex", "must be male or female: the table knows no other");
  const missing = unanswered(answers, 57, 1, 4);
  if (missing.length > 0) return { status: "not-judged", missing };
  const raw: Record<string, number> = {};
  const points: Record<string, number> = {};
  const sums = { A: 0, B: 0, C: 0, D: 0 };
  for (const scale of SCALES) {
    const score = rawScore(scale, answers);
    const point = pointsOf(scale, scale[sex], score);
    raw[scale.key] = score;
    points[scale.key] = point;
    sums[scale.domain] += point;
  }
  const domains = { a: sums.A, b: sums.B, c: sums.C };
  return {
    status: "scored",
    method: "conversion",
    raw,
    points,
    ...domains,
    highStress: highStress(domains, criteria),
    criteria: criteria.name,
  };
}

/** Raw score of one scale. The four scales of the job stress diagram are averaged from these. */
function rawScore(scale: Scale, answers: readonly Answer[]): number {
  let score = scale.base;
  for (const item of scale.minus) score -= answers[item - 1] as number;
  for (const item of scale.plus) score += answers[item - 1] as number;
  return score;
}

function pointsOf(scale: Scale, levels: readonly Level[], score: number): number {
  const index = levels.findIndex((level) => level !== null && score >= level[0] && score <= level[1]);
  // The table covers every score that answers 1 to 4 can give; a gap would be a fault of the data.
  if (index < 0) throw new Error(`conversion table has no level for ${scale.key} ${score}`);
  return scale.highIsStress ? 5 - index : index + 1;
}
