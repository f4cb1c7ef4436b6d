import { z } from "zod";
import { longText, text } from "#platform/kernel/form-fields.ts";
import { decided, type Figure } from "./plan.schema.ts";
import { year } from "./plan-field.schema.ts";

const TITLE = 200;
const issue = {
  description: longText("詳細", { most: 5000, optional: true }),
  /** The fiscal year in which it was seen; this year's where nothing is said. */
  seenIn: year.optional(),
};
export const IssueInput = z.object({ title: text("健康課題", { most: TITLE }), ...issue });
export type IssueInput = z.infer<typeof IssueInput>;
export const DecidedIssueInput = IssueInput.extend(decided.shape);

/** A line of the profile's list of what is worse and getting worse, as the page that was sent showed it. */
const Worsening = z.object({
  title: z.string(),
  place: z.string(),
  sentence: z.string(),
  indicator: z.string(),
  source: z.string(),
});
export type Worsening = z.infer<typeof Worsening>;

/** An issue with what it rests on from the start; without words of its own it is called as what was chosen. */
export const NewIssueInput = z
  .object({
    title: text("健康課題", { most: TITLE, optional: true }),
    ...issue,
    finding: text("その他の根拠", { most: 1000, optional: true }),
    worsening: z.array(Worsening).default([]),
  })
  .transform((typed) => ({
    ...typed,
    title: typed.title || typed.worsening.map((one) => one.title).join("・"),
  }))
  .refine(({ title }) => title !== "", {
    path: ["title"],
    error: "健康課題を入力するか、上から選択してください。",
  })
  .refine(({ title }) => title.length <= TITLE, {
    path: ["title"],
    error: `${TITLE}文字以内で入力してください。`,
  });

export const EvidenceInput = z.object({
  kind: z.enum(["indicator", "finding", "statement"]),
  text: longText("根拠", { most: 1000 }),
  source: text("出典", { most: 300, optional: true }),
  sector: text("分野", { most: 60, optional: true }),
});
export type EvidenceInput = z.infer<typeof EvidenceInput> & { figure?: Figure };
