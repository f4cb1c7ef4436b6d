import { z } from "zod";
import { optionalDay, required, text } from "#platform/kernel/form-fields.ts";

const owner = text(200).default("");

export const DecisionInput = z.object({
  text: required("決まったこと", 1000),
  makes: z.enum(["", "issue", "initiative", "task"]).default(""),
  /** Where it is empty, the decision's own words. */
  title: text(300)
    .optional()
    .transform((title) => title || undefined),
  fineKind: z.string().default("outreach_lecture"),
  owner,
  dueOn: optionalDay,
});

export const TaskInput = z.object({
  text: required("何をするか", 300),
  owner,
  dueOn: optionalDay,
});
