import { z } from "zod";
import { money } from "#platform/kernel/form-fields.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { EVALUATION_KINDS, GRADES } from "./evaluation-kinds.schema.ts";
import { namesIn } from "./initiative.rules.ts";
import { FINE_KIND_NAMES, INITIATIVE_STATUSES, type Partner, WHO_ACTS } from "./initiative-kinds.schema.ts";
import { figure, optionalDay, optionalId, required, text, year } from "./plan-field.schema.ts";

export * from "./initiative-kinds.schema.ts";

/** Targets of commands and queries: the plan of an area, and one row of it. */
export const inArea = z.object({ area: areaId });
export const oneInArea = z.object({ area: areaId, id: rowId() });

/** What is evaluated: an initiative or a goal. */
export const evaluatedInArea = z.object({ area: areaId, thing: z.enum(["initiative", "goal"]), id: rowId() });
export type Evaluated = Readonly<{ thing: "initiative" | "goal"; id: string }>;

/** What made a thing: a decision of a meeting, or an entry of the library. */
export type Origin = Readonly<{ kind: "decision" | "library"; id: string; label: string; path?: string }>;
/** The decision that made a thing: told by the council's own code, which no form can do. */
export const decided = z.object({
  origin: z.object({ kind: z.literal("decision"), id: z.string(), label: z.string(), path: z.string() }),
});

/** A figure as it was shown when it was taken as evidence. It does not change when the source is corrected. */
export type Figure = Readonly<{
  indicator: string;
  area: string;
  period: string;
  value: string;
  unit: string;
  verdict: string;
}>;

export const GoalInput = z.object({
  title: required("目標", 300),
  issueId: optionalId,
  pillarId: optionalId,
});
export type GoalInput = z.infer<typeof GoalInput>;

const PERCENT = { error: "割合（%）は0から100までの数で書いてください。" };
const possibleIn = (unit: string, value: number) => unit !== "%" || (value >= 0 && value <= 100);
export const TargetInput = z
  .object({
    goalId: optionalId,
    item: required("項目", 300),
    unit: text(20).default("%"),
    direction: z.enum(["at_least", "at_most"], { error: "「以上」か「以下」を選んでください。" }),
    baselineYear: year,
    baselineValue: figure,
    targetYear: year,
    targetValue: figure,
    source: text(300).default(""),
  })
  .refine((target) => target.targetYear > target.baselineYear, {
    path: ["targetYear"],
    error: "目標の年度は、もとの値の年度よりあとにしてください。",
  })
  .refine((target) => possibleIn(target.unit, target.baselineValue), { path: ["baselineValue"], ...PERCENT })
  .refine((target) => possibleIn(target.unit, target.targetValue), { path: ["targetValue"], ...PERCENT });
export type TargetInput = z.infer<typeof TargetInput>;

export const TargetValueInput = z.object({
  fiscalYear: year,
  value: figure,
  source: text(300).default(""),
});
export type TargetValueInput = z.infer<typeof TargetValueInput>;

const NAME = 200;
const MOST_ORGANISATIONS = 60;
const partner = z.object({
  role: z.enum(["lead", "partner"]),
  name: required("機関の名前", NAME),
  sector: z.string().nullable().default(null),
  organisationId: z.uuid().nullable().default(null),
});
/** An initiative. Its organisations come as a form has them, or with all that is known of them. */
export const InitiativeInput = z
  .object({
    goalId: optionalId,
    title: required("事業の名前", 300),
    fineKind: z.enum(FINE_KIND_NAMES, { error: "種類を選んでください。" }),
    whoActs: z.preprocess((chosen) => [chosen || []].flat(), z.array(z.enum(WHO_ACTS))),
    lead: text(NAME).default(""),
    partners: z
      .string()
      .default("")
      .transform(namesIn)
      .refine((names) => names.every((name) => name.length <= NAME), {
        error: `${NAME}字までで書いてください。`,
      }),
    organisations: z.array(partner).max(MOST_ORGANISATIONS).default([]),
    audience: text(300).default(""),
    periodFrom: optionalDay,
    periodTo: optionalDay,
    budgetYen: money("予算", { most: 1e12, optional: true }),
    budgetOwner: text(200).default(""),
    outputMeasure: text(500).default(""),
    outcomeMeasure: text(500).default(""),
    materials: text(1000).default(""),
    prefectureGoal: text(300).default(""),
    status: z.enum(INITIATIVE_STATUSES).default("planned"),
  })
  .refine((value) => !value.periodFrom || !value.periodTo || value.periodTo >= value.periodFrom, {
    path: ["periodTo"],
    error: "終わりの日は、始まりの日と同じかあとにしてください。",
  })
  .refine(({ lead, partners }) => partners.length + (lead === "" ? 0 : 1) <= MOST_ORGANISATIONS, {
    path: ["partners"],
    error: `機関は全部で${MOST_ORGANISATIONS}までにしてください。`,
  });
export type InitiativeInput = Omit<z.infer<typeof InitiativeInput>, "lead" | "partners" | "organisations"> &
  Readonly<{ organisations: readonly Partner[] }>;
export const DecidedInitiativeInput = InitiativeInput.and(decided);

export const EvaluationInput = z.object({
  fiscalYear: year,
  kind: z.enum(EVALUATION_KINDS, { error: "評価の種類を選んでください。" }),
  finding: required("わかったこと", 2000),
  grade: z
    .union([z.enum(GRADES), z.literal("").transform(() => null), z.null()])
    .optional()
    .transform((value) => value ?? null),
  carriesOver: z.coerce.boolean().default(false),
  nextStep: text(1000).default(""),
});
export type EvaluationInput = z.infer<typeof EvaluationInput>;

/** The kinds of things that can be deleted and brought back. */
export const THINGS = [
  "issue",
  "evidence",
  "pillar",
  "goal",
  "target",
  "target_value",
  "initiative",
  "measure",
  "measure_value",
  "activity",
  "file",
  "evaluation",
] as const;
export type Thing = (typeof THINGS)[number];
export const thingInArea = z.object({ area: areaId, thing: z.enum(THINGS), id: rowId() });
export const DAYS_TO_RESTORE = 30;

export type Issue = Readonly<{
  id: string;
  title: string;
  description: string;
  seenIn: number;
  origin: Origin | null;
}>;
export type Evidence = Readonly<{
  id: string;
  issueId: string;
  kind: "indicator" | "finding" | "statement";
  text: string;
  source: string;
  sector: string | null;
  figure: Figure | null;
}>;
export type Goal = Readonly<{ id: string; title: string; issueId: string | null; pillarId: string | null }>;
export type Pillar = Readonly<{ id: string; title: string }>;
/** A year's value of a target or a measure. */
export type YearValue = Readonly<{ id: string; fiscalYear: number; value: number; source: string }>;
export type TargetRow = Readonly<{
  id: string;
  goalId: string | null;
  /** The goal as it is called; null where there is none, or none any more. */
  goal: string | null;
  item: string;
  unit: string;
  direction: "at_least" | "at_most";
  baselineYear: number;
  baselineValue: number;
  targetYear: number;
  targetValue: number;
  source: string;
  indicator: string | null;
  values: readonly YearValue[];
}>;
export type Evaluation = Readonly<{
  id: string;
  initiativeId: string | null;
  goalId: string | null;
  fiscalYear: number;
  kind: (typeof EVALUATION_KINDS)[number];
  finding: string;
  grade: (typeof GRADES)[number] | null;
  carriesOver: boolean;
  nextStep: string;
}>;
export type PlanSkeleton = Readonly<{
  issues: readonly Issue[];
  evidence: readonly Evidence[];
  pillars: readonly Pillar[];
  goals: readonly Goal[];
  targets: readonly TargetRow[];
}>;
