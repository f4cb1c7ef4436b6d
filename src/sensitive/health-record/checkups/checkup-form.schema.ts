import { z } from "zod";
import { choice, longText, text, typedDay } from "#platform/kernel/form-fields.ts";
import { JUDGEMENT_SETS } from "#sensitive/checkups/public.ts";
import { CHECKUP_KINDS, type Checkup, type CheckupContent, FASTING } from "../model/entry.schema.ts";
import { DAY_ERRORS } from "./checkup.messages.ts";
import { mendOf, SHEET_ITEMS } from "./checkup.rules.ts";
import { letterField, rangeField, valueField } from "./checkup-field.rules.ts";

const cell = (label: string, most = 60) => text(label, { most, optional: true });
const SETS = ["", ...JUDGEMENT_SETS.map(({ key }) => key)] as const;

const shape = Object.fromEntries(
  SHEET_ITEMS.flatMap(({ key, label }) => [
    [valueField(key), cell(label)],
    [letterField(key), cell(`${label}の判定`)],
    [rangeField(key), cell(`${label}の基準値`)],
  ]),
);

export const CheckupForm = z
  .object({
    day: typedDay(DAY_ERRORS),
    kind: choice("健診の種類", CHECKUP_KINDS),
    institution: text("健診機関", { optional: true }),
    fasting: choice("採血時の食後時間", FASTING),
    set: z
      .enum(SETS as readonly [string, ...string[]], { error: "「判定の区分」を選択してください。" })
      .default(""),
    overall: cell("総合判定", 200),
    note: longText("メモ", { optional: true }),
  })
  .extend(shape as unknown as Record<never, z.ZodString>)
  .superRefine((typed, context) => {
    for (const item of SHEET_ITEMS) {
      const field = valueField(item.key);
      const mend = mendOf(item, String((typed as Record<string, unknown>)[field] ?? ""));
      if (mend) context.addIssue({ code: "custom", path: [field], message: mend });
    }
  })
  .transform(({ day: on, kind, institution, fasting, set, overall, note, ...cells }): CheckupContent => {
    const at = (field: string) => String((cells as Record<string, unknown>)[field] ?? "");
    const values = SHEET_ITEMS.flatMap(({ key }) => {
      const value = {
        raw: at(valueField(key)),
        letter: at(letterField(key)),
        range: at(rangeField(key)),
      };
      return value.raw || value.letter ? [[key, value] as const] : [];
    });
    return {
      ...{ day: on, kind, institution, fasting, set, overall, note },
      sources: ["入力"],
      values: Object.fromEntries(values),
    };
  });

/** A checkup as its form shows it. */
export const checkupFields = (one: Checkup | undefined): Record<string, string> => ({
  ...{ day: one?.day ?? "", kind: one?.kind ?? "", institution: one?.institution ?? "" },
  ...{ fasting: one?.fasting ?? "", set: one?.set ?? "", overall: one?.overall ?? "", note: one?.note ?? "" },
  ...Object.fromEntries(
    SHEET_ITEMS.flatMap(({ key }) => {
      const value = one?.values[key];
      return [
        [valueField(key), value?.raw ?? ""],
        [letterField(key), value?.letter ?? ""],
        [rangeField(key), value?.range ?? ""],
      ];
    }),
  ),
});
