import { z } from "zod";
import type { AreaId } from "#platform/kernel/ids.ts";
import { EVALUATION_KINDS, GRADES } from "./evaluations/kinds/schema.ts";
import { count, figure, optionalDay, optionalId, required, text, year } from "./fields/schema.ts";
import { FINE_KIND_NAMES, INITIATIVE_STATUSES, WHO_ACTS } from "./initiatives/kinds/schema.ts";

export * from "./initiatives/kinds/schema.ts";

export const EVIDENCE_KINDS = ["indicator", "finding", "statement"] as const;

/** What made a thing: a decision of a meeting, or an entry of the library. */
export type Origin = Readonly<{ kind: "decision" | "library"; id: string; label: string; path?: string }>;

/** A figure as it was shown when it was taken as evidence. It does not change when the source is corrected. */
export type Figure = Readonly<{
  indicator: string;
  area: string;
  period: string;
  value: string;
  unit: string;
  verdict: string;
}>;

export const IssueInput = z.object({
  title: required("健康課題", 200),
  description: text(5000).default(""),
  /** The fiscal year in which it was seen; this year's where nothing is said. */
  seenIn: year.optional(),
});
export type IssueInput = z.infer<typeof IssueInput>;

export const EvidenceInput = z.object({
  issueId: z.uuid(),
  kind: z.enum(EVIDENCE_KINDS),
  text: required("根拠", 1000),
  source: text(300).default(""),
  sector: text(60).default(""),
});
export type EvidenceInput = z.infer<typeof EvidenceInput> & { figure?: Figure };

export const GoalInput = z.object({
  title: required("目標", 300),
  issueId: optionalId,
  pillarId: optionalId,
});
export type GoalInput = z.infer<typeof GoalInput>;

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
    indicator: text(100).default(""),
  })
  .refine((target) => target.targetYear > target.baselineYear, {
    path: ["targetYear"],
    error: "目標の年度は、もとの値の年度よりあとにしてください。",
  })
  .refine((target) => target.unit !== "%" || (target.baselineValue >= 0 && target.baselineValue <= 100), {
    path: ["baselineValue"],
    error: "割合（%）は0から100までの数で書いてください。",
  })
  .refine((target) => target.unit !== "%" || (target.targetValue >= 0 && target.targetValue <= 100), {
    path: ["targetValue"],
    error: "割合（%）は0から100までの数で書いてください。",
  });
export type TargetInput = z.infer<typeof TargetInput>;

export const TargetValueInput = z.object({
  targetId: z.uuid(),
  fiscalYear: year,
  value: figure,
  source: text(300).default(""),
});
export type TargetValueInput = z.infer<typeof TargetValueInput>;

const partner = z.object({
  role: z.enum(["lead", "partner"]),
  name: required("機関の名前", 200),
  sector: z.string().nullable().default(null),
  organisationId: z.uuid().nullable().default(null),
});
export const InitiativeInput = z
  .object({
    goalId: optionalId,
    title: required("事業の名前", 300),
    fineKind: z.enum(FINE_KIND_NAMES, { error: "種類を選んでください。" }),
    whoActs: z.array(z.enum(WHO_ACTS)).default([]),
    organisations: z.array(partner).max(60, { error: "機関は全部で60までにしてください。" }).default([]),
    audience: text(300).default(""),
    periodFrom: optionalDay,
    periodTo: optionalDay,
    budgetYen: count("予算（円）", 1e12),
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
  });
export type InitiativeInput = z.infer<typeof InitiativeInput>;

export const EvaluationInput = z.object({
  initiativeId: optionalId,
  goalId: optionalId,
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
  kind: (typeof EVIDENCE_KINDS)[number];
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
  area: AreaId;
  issues: readonly Issue[];
  evidence: readonly Evidence[];
  pillars: readonly Pillar[];
  goals: readonly Goal[];
  targets: readonly TargetRow[];
}>;
