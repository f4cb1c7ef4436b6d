import type { FieldErrors } from "#platform/kernel/result.ts";
import type { MeasureSeries, MeasureValueInput } from "./initiative.schema.ts";
import { rangeLeftFar, showRange } from "./plan-field.rules.ts";

const valueIn = (measure: MeasureSeries | undefined, fiscalYear: number): number | undefined =>
  measure?.values.find((one) => one.fiscalYear === fiscalYear)?.value;

/** What a year's value of a measure can't be, among the other measures of its initiative. */
export function impossibleValue(
  measure: MeasureSeries,
  { fiscalYear, value }: MeasureValueInput,
  siblings: readonly MeasureSeries[],
  thisYear: number,
): FieldErrors {
  if (fiscalYear > thisYear) return { fiscalYear: ["翌年度以降は入力できません。年度を確認してください。"] };
  if (measure.unit === "%" && value > 100)
    return { value: ["割合（%）は0から100までの数で入力してください。"] };
  const whole = siblings.find((one) => one.id === measure.partOf);
  const most = valueIn(whole, fiscalYear);
  if (most !== undefined && value > most)
    return { value: [`内訳（${value}）が全体（${most}）より大きくなっています。`] };
  const parts = siblings
    .filter((one) => one.partOf === measure.id)
    .flatMap((one) => valueIn(one, fiscalYear) ?? []);
  const largest = Math.max(0, ...parts);
  if (value < largest) return { value: [`全体（${value}）が内訳（${largest}）より小さくなっています。`] };
  return {};
}

/** A measure is a part of another one of the same initiative, one step deep. */
export function impossibleWhole(
  id: string | null,
  partOf: string | null,
  siblings: readonly MeasureSeries[],
): FieldErrors {
  if (partOf === null) return {};
  const whole = siblings.find((one) => one.id === partOf);
  if (!whole || whole.id === id) return { partOf: ["この事業のほかの指標を選択してください。"] };
  if (whole.partOf !== null) return { partOf: ["内訳の内訳にはできません。全体の指標を選択してください。"] };
  if (siblings.some((one) => one.partOf === id && id !== null))
    return { partOf: ["この指標には内訳があるので、ほかの指標の内訳にはできません。"] };
  return {};
}

/** The question about a value far from those of other years; undefined where there is none. */
export function oddValue(
  measure: MeasureSeries,
  { fiscalYear, value }: MeasureValueInput,
): string | undefined {
  const past = measure.values.filter((one) => one.fiscalYear !== fiscalYear).map((one) => one.value);
  const left = rangeLeftFar(value, past, 1);
  if (!left) return undefined;
  const show = (figure: number) => `${figure.toLocaleString("ja-JP")}${measure.unit}`;
  return `本当に${show(value)}ですか。ほかの年度（${showRange(left, show)}）と大きく違います。`;
}
