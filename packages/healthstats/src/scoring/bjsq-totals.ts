import {
  HIGH_STRESS_TOTAL_23,
  HIGH_STRESS_TOTAL_57,
  type HighStressCriteria,
} from "../../data/bjsq-criteria.ts";
import { DOMAIN_ITEMS_23, DOMAIN_ITEMS_57, REVERSED_ITEMS } from "../../data/bjsq-scales.ts";
import { refuse } from "../guards.ts";
import { type Answer, type Incomplete, unanswered } from "./answers.ts";
import { highStress } from "./bjsq-high-stress.ts";

export interface TotalsScore {
  readonly status: "scored";
  readonly method: "totals";
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly highStress: boolean;
  readonly criteria: string;
}

/**
 * Totals method (合計点数方式) of the brief job stress questionnaire: domain sums after turning round the
 * items for which agreement is stress, 5 − answer. High sums are stress. Ranges with 57 items: A 17–68,
 * B 29–116, C 9–36; with 23: A 6–24, B 11–44, C 6–24. Items 56 and 57 enter no sum.
 *
 * `answers` are 1 to 4 as printed, in the order of the form, null for none; with any of the summed items
 * missing there is no score.
 *
 * Refused: `form` other than 57 or 23; `answers` of another length; an answer that is not 1, 2, 3 or 4.
 *
 * Source: data/bjsq-scales.ts, data/bjsq-criteria.ts.
 */
export function bjsqTotals(
  answers: readonly Answer[],
  form: 57 | 23 = 57,
  criteria: HighStressCriteria = form === 57 ? HIGH_STRESS_TOTAL_57 : HIGH_STRESS_TOTAL_23,
): TotalsScore | Incomplete {
  if (form !== 57 && form !== 23) refuse("form", "must be 57 or 23");
  const missing = unanswered(answers, form, 1, 4);
  if (missing.length > 0) return { status: "not-judged", missing };
  const items = form === 57 ? DOMAIN_ITEMS_57 : DOMAIN_ITEMS_23;
  // The long form is in item order; the short form runs through its three lists of items.
  const order = form === 57 ? null : [...items.A, ...items.B, ...items.C];
  const sum = (domain: readonly number[]): number => {
    let total = 0;
    for (const item of domain) {
      const answer = answers[order === null ? item - 1 : order.indexOf(item)] as number;
      total += REVERSED_ITEMS.has(item) ? 5 - answer : answer;
    }
    return total;
  };
  const sums = { a: sum(items.A), b: sum(items.B), c: sum(items.C) };
  return {
    status: "scored",
    method: "totals",
    ...sums,
    highStress: highStress(sums, criteria),
    criteria: criteria.name,
  };
}
