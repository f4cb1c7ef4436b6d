import {
  HIGH_STRESS_CONVERSION_57,
  HIGH_STRESS_TOTAL_23,
  HIGH_STRESS_TOTAL_57,
  type HighStressCriteria,
} from "../../data/bjsq-criteria.ts";
import type { Answer } from "../../src/scoring/answers.ts";
import { bjsqConversion } from "../../src/scoring/bjsq-conversion.ts";
import { highStress } from "../../src/scoring/bjsq-high-stress.ts";
import { bjsqTotals } from "../../src/scoring/bjsq-totals.ts";
import type { Sex } from "../../src/scoring/checkup-values.ts";

type Values = Record<string, unknown>;

export function bjsq57Total(inputs: Values): Values {
  const score = bjsqTotals(inputs.answers as Answer[], 57);
  if (score.status === "not-judged") return { A: null, B: null, C: null, high_stress: null };
  return { A: score.a, B: score.b, C: score.c, high_stress: score.highStress };
}

export function bjsq57Conversion(inputs: Values): Values {
  const score = bjsqConversion(inputs.answers as Answer[], inputs.sex as Sex);
  if (score.status === "not-judged") {
    return { raw: null, points: null, A: null, B: null, C: null, high_stress: null };
  }
  const { raw, points, a, b, c } = score;
  return { raw, points, A: a, B: b, C: c, high_stress: score.highStress };
}

const CRITERIA: Readonly<Record<string, HighStressCriteria>> = {
  total57: HIGH_STRESS_TOTAL_57,
  total23: HIGH_STRESS_TOTAL_23,
  conversion57: HIGH_STRESS_CONVERSION_57,
};

export function bjsqHighStressDecision(inputs: Values, params: Values): Values {
  const criteria = CRITERIA[params.method as string];
  if (criteria === undefined) throw new Error(`no criteria for the method ${String(params.method)}`);
  const sums = { a: inputs.A as number, b: inputs.B as number, c: inputs.C as number };
  return { high_stress: highStress(sums, criteria) };
}
