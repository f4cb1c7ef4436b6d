import type { FieldErrors } from "#platform/kernel/result.ts";
import type { Evaluation } from "./plan.schema.ts";

/** What a year handed on to the next one. */
export const carriedOver = <E extends Pick<Evaluation, "carriesOver">>(evaluations: readonly E[]): E[] =>
  evaluations.filter((one) => one.carriesOver);

export type NamedEvaluation = Evaluation & Readonly<{ of: string }>;

/** Evaluations with the title of what they are of; those of what is gone are left out. */
export function named(
  evaluations: readonly Evaluation[],
  evaluated: readonly Readonly<{ id: string; title: string }>[],
): NamedEvaluation[] {
  const titles = new Map(evaluated.map((one) => [one.id, one.title]));
  return evaluations.flatMap((one) => {
    const of = titles.get(one.initiativeId ?? one.goalId ?? "");
    return of === undefined ? [] : [{ ...one, of }];
  });
}

/** What can't be: nobody has evaluated a year that has not come. */
export const impossibleYear = (fiscalYear: number, thisYear: number): FieldErrors | undefined =>
  fiscalYear > thisYear
    ? { fiscalYear: ["翌年度以降は入力できません。年度を確認してください。"] }
    : undefined;
