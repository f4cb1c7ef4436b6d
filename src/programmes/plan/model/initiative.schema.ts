import { z } from "zod";
import type { Row } from "#platform/db/area-rows.ts";
import { optionalId, text } from "#platform/kernel/form-fields.ts";
import type { YearValue } from "./plan.schema.ts";
import { measured, perhapsMeasured, year } from "./plan-field.schema.ts";

export const MEASURE_KINDS = ["output", "outcome"] as const;

/**
 * An output or outcome measure of an initiative, year by year. `goalValue` is what it should come to in a year, null where
 * nobody said; `partOf` the measure that it is a part of: of 561 consultations, 130 on mental health.
 */
export type MeasureSeries = Row<
  "planMeasure",
  "id" | "initiativeId" | "kind" | "name" | "unit" | "goalValue" | "partOf"
> &
  Readonly<{ initiative: string; values: readonly YearValue[] }>;

export const MeasureInput = z
  .object({
    kind: z.enum(MEASURE_KINDS, { error: "実施量か成果かを選択してください。" }),
    name: text("指標名"),
    unit: text("単位", { most: 20 }),
    goalValue: perhapsMeasured.default(null),
    partOf: optionalId(),
  })
  .refine((measure) => measure.unit !== "%" || (measure.goalValue ?? 0) <= 100, {
    path: ["goalValue"],
    error: "割合（%）は0から100までの数で入力してください。",
  });
export type MeasureInput = z.infer<typeof MeasureInput>;

export const MeasureValueInput = z.object({
  fiscalYear: year,
  value: measured,
  source: text("出典", { most: 300, optional: true }),
});
export type MeasureValueInput = z.infer<typeof MeasureValueInput>;
