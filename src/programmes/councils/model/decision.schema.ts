import { z } from "zod";
import { typedDay } from "#platform/kernel/form-fields.ts";

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `${most}字までで書いてください。` });
const owner = words(200).default("");
const dueOn = z.preprocess(
  (typed) => typed || null,
  typedDay({ error: "実在する日付を書いてください（例 2026-12-03、令和8年12月3日）。" }).nullable(),
);

export const DecisionInput = z.object({
  text: words(1000).min(1, { error: "決まったことを書いてください。" }),
  makes: z.enum(["", "issue", "initiative", "task"]).default(""),
  /** Where it is empty, the decision's own words. */
  title: words(300)
    .optional()
    .transform((title) => title || undefined),
  fineKind: z.string().default("outreach_lecture"),
  owner,
  dueOn,
});

export const TaskInput = z.object({
  text: words(300).min(1, { error: "何をするかを書いてください。" }),
  owner,
  dueOn,
});
