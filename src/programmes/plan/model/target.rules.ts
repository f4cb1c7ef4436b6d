import type { FieldErrors } from "#platform/kernel/result.ts";
import type { TargetRow, TargetValueInput } from "./plan.schema.ts";
import { rangeLeftFar, showRange } from "./plan-field.rules.ts";

type Entered = Pick<TargetValueInput, "fiscalYear" | "value">;

/** What a year's value of a target can't be. */
export function impossibleTargetValue(
  target: Pick<TargetRow, "unit">,
  { fiscalYear, value }: Entered,
  thisYear: number,
): FieldErrors | undefined {
  if (fiscalYear > thisYear) return { fiscalYear: ["翌年度以降は入力できません。年度を確認してください。"] };
  if (target.unit === "%" && (value < 0 || value > 100))
    return { value: ["割合（%）は0から100までの数で入力してください。"] };
  return undefined;
}

/** The question about a value far from the baseline and the other years; undefined where there is none. */
export function oddTargetValue(
  target: Pick<TargetRow, "unit" | "baselineValue" | "values">,
  { fiscalYear, value }: Entered,
): string | undefined {
  const others = target.values.filter((one) => one.fiscalYear !== fiscalYear).map((one) => one.value);
  const left = rangeLeftFar(value, [target.baselineValue, ...others], 1);
  if (!left) return undefined;
  const show = (figure: number) => `${figure.toLocaleString("ja-JP")}${target.unit}`;
  return `本当に${show(value)}ですか。これまで（${showRange(left, show)}）と大きく違います。`;
}

/** Of these values those of years after the baseline that the target has no value of. */
export const missingYears = <Value extends Readonly<{ fiscalYear: number }>>(
  {
    baselineYear,
    values,
  }: Readonly<{ baselineYear: number; values: readonly Readonly<{ fiscalYear: number }>[] }>,
  known: readonly Value[],
): Value[] =>
  known.filter(
    ({ fiscalYear }) => fiscalYear > baselineYear && !values.some((one) => one.fiscalYear === fiscalYear),
  );
