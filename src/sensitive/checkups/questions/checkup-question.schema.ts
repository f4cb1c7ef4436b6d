import { z } from "zod";
import { text } from "#platform/kernel/form-fields.ts";
import { SOURCES } from "../agreements/provider-agreement.rules.ts";
import { EDITION_AGES } from "../editions/edition-age.rules.ts";
import { CHECKUP_INDICATORS } from "../model/checkup-indicator.schema.ts";
import { QUESTION_PAGE } from "./checkup-question.messages.ts";

export const DIMENSIONS = ["sex", "age", "stage", "municipality", "size"] as const;
export type Dimension = (typeof DIMENSIONS)[number];
const KEYS = CHECKUP_INDICATORS.map(({ key }) => key);
const AGES = EDITION_AGES.map(({ key }) => key as string);

/** What somebody asks of an edition: what is measured, of whom, and by at most two groupings. */
export const CheckupQuestion = z.object({
  indicator: z.enum(KEYS).catch("blood_pressure"),
  source: z.enum(["all", ...SOURCES]).catch("all"),
  groups: z.array(z.enum(DIMENSIONS)).max(2).catch([]),
  sex: z.enum(["male", "female"]).optional().catch(undefined),
  ages: z.array(z.enum(AGES as [string, ...string[]])).catch([]),
});
export type CheckupQuestion = z.output<typeof CheckupQuestion>;

/** The question as an address holds it. */
export function questionOf(query: URLSearchParams): CheckupQuestion {
  const groups = [query.get("group"), query.get("second")].filter((one) => one);
  return CheckupQuestion.parse({
    indicator: query.get("indicator") ?? "blood_pressure",
    source: query.get("source") ?? "all",
    groups: [...new Set(groups)],
    sex: query.get("sex") || undefined,
    ages: query.getAll("ages"),
  });
}

export function addressOf({ indicator, source, groups, sex, ages }: CheckupQuestion, year?: number): string {
  const query = new URLSearchParams({ indicator, source });
  if (groups[0]) query.set("group", groups[0]);
  if (groups[1]) query.set("second", groups[1]);
  if (sex) query.set("sex", sex);
  for (const age of ages) query.append("ages", age);
  if (year !== undefined) query.set("year", String(year));
  return `?${query}`;
}

export const SavedQuestionInput = z.object({
  title: text(QUESTION_PAGE.saveTitle, { most: 100 }),
  question: z.string().transform((address) => questionOf(new URLSearchParams(address.replace(/^\?/, "")))),
});
