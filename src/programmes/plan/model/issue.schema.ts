import { z } from "zod";
import { required, text } from "#platform/kernel/form-fields.ts";
import { decided, type Figure } from "./plan.schema.ts";
import { year } from "./plan-field.schema.ts";

const TITLE = 200;
const issue = {
  description: text(5000).default(""),
  /** The fiscal year in which it was seen; this year's where nothing is said. */
  seenIn: year.optional(),
};
export const IssueInput = z.object({ title: required("健康課題", TITLE), ...issue });
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
    title: text(TITLE).default(""),
    ...issue,
    finding: text(1000).default(""),
    worsening: z.array(Worsening).default([]),
  })
  .transform((typed) => ({
    ...typed,
    title: typed.title || typed.worsening.map((one) => one.title).join("・"),
  }))
  .refine(({ title }) => title !== "", {
    path: ["title"],
    error: "健康課題を書くか、上から選んでください。",
  })
  .refine(({ title }) => title.length <= TITLE, {
    path: ["title"],
    error: `${TITLE}字までで書いてください。`,
  });

export const EvidenceInput = z.object({
  kind: z.enum(["indicator", "finding", "statement"]),
  text: required("根拠", 1000),
  source: text(300).default(""),
  sector: text(60).default(""),
});
export type EvidenceInput = z.infer<typeof EvidenceInput> & { figure?: Figure };
