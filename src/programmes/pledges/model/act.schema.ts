import { z } from "zod";
import type { RowOf } from "#platform/db/rows.ts";
import { choice, count, day, longText, text } from "#platform/kernel/form-fields.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { INDUSTRIES } from "#programmes/support/public.ts";
import type { SizeClass, StepKind, Tier } from "./act-lists.schema.ts";
import { ANSWERS, type Answer, BODIES, TIERS } from "./act-lists.schema.ts";
import type { Question } from "./bank.schema.ts";

/** What is known of whoever answers: what decides which questions apply. */
export const Facts = z.object({
  workers: z.number().nullable(),
  industry: z.string(),
  canteen: z.boolean(),
  hired: z.boolean(),
  leads: z.boolean(),
  body: z.string(),
});
export type Facts = Readonly<z.infer<typeof Facts>>;

const tick = z.stringbool().default(false).catch(false);

/** The first page: read from the address, so that nothing is kept before the answers are sent. */
export const FactsInput = z
  .object({
    tier: choice("お立場", TIERS),
    workers: count("従業員数", { optional: true, least: 1, most: 100_000, unit: "人" }),
    industry: choice("業種", INDUSTRIES, { optional: true }),
    canteen: tick,
    hired: tick,
    leads: tick,
    body: choice("機関の種類", BODIES, { optional: true }),
  })
  .refine(({ tier, workers }) => tier !== "workplace" || workers !== null, {
    path: ["workers"],
    error: "従業員数を入力してください。",
  });

/** Questions as they were asked, and whether they applied. */
export type AskedQuestion = Question & Readonly<{ applies: boolean }>;
export type Answers = Readonly<Record<string, Readonly<{ said: Answer; on: string }>>>;

/** What a form sends of answers: `a.key` of each question that was answered. */
export const answersIn = (form: Readonly<Record<string, unknown>>, keys: readonly string[]) =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const said = ANSWERS.find((one) => one === form[`a-${key}`]);
      return said ? [[key, said]] : [];
    }),
  ) as Readonly<Record<string, Answer>>;

/** The language in which somebody answers. */
export type Spoken = "ja" | "en";
export type Score = Readonly<{ met: number; base: number }>;
export type ActCheck = RowOf<
  "actCheck",
  Readonly<{
    tier: Tier;
    language: Spoken;
    sizeClass: SizeClass | "";
    facts: Facts;
    questions: readonly AskedQuestion[];
    answers: Answers;
    first: Score | null;
    organisationId: OrganisationId | null;
  }>
>;
export type ActStep = RowOf<"actStep", Readonly<{ kind: StepKind; state: "taken" | "declined" | "done" }>>;

export const StepInput = z.object({ day: day("実施する日", { optional: true }) });

export const PledgeInput = z.object({
  name: text("会社・団体の名前", { most: 120 }),
  reason: longText("今年度に取り組むこと", { most: 300 }),
  open: z.stringbool().default(false),
});
export type Pledge = RowOf<"pledge">;

export const OwnQuestionInput = z.object({
  tier: choice("お立場", TIERS),
  ja: text("質問", { most: 120 }),
  en: text("質問（英語）", { most: 200, optional: true }),
});
