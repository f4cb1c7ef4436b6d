import { z } from "zod";
import type { Row } from "#platform/db/area-rows.ts";
import { day, fiscalYear, longText, text } from "#platform/kernel/form-fields.ts";

/** What happened, or a plan above the council's own and the council's place in it. */
export const PAST_KINDS = ["event", "plan"] as const;

export const PastInput = z
  .object({
    kind: z.enum(PAST_KINDS, { error: "種類を選択してください。" }),
    fiscalYear: fiscalYear("年度"),
    untilYear: fiscalYear("終わりの年度", { optional: true }),
    onDay: day("日付", { optional: true }),
    text: longText("内容", { most: 500 }),
    document: text("資料・計画の名称", { optional: true }),
  })
  .refine((past) => past.untilYear === null || past.untilYear >= past.fiscalYear, {
    path: ["untilYear"],
    error: "終わりの年度は、始まりの年度と同じかあとにしてください。",
  });
export type PastInput = z.output<typeof PastInput>;
export type Past = Row<
  "councilPast",
  "id" | "kind" | "fiscalYear" | "untilYear" | "onDay" | "text" | "document"
>;
