import { z } from "zod";
import { day, longText, text } from "#platform/kernel/form-fields.ts";

const owner = text("担当", { optional: true });
const dueOn = day("期限", { optional: true });

export const DecisionInput = z.object({
  text: longText("決定事項", { most: 1000 }),
  makes: z.enum(["", "issue", "initiative", "task"]).default(""),
  /** Where it is empty, the decision's own words. */
  title: text("名前", { most: 300, optional: true }).transform((title) => title || undefined),
  fineKind: z.string().default("outreach_lecture"),
  owner,
  dueOn,
});

export const TaskInput = z.object({
  text: text("対応内容", { most: 300 }),
  owner,
  dueOn,
});
