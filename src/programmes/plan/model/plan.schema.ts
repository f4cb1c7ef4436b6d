import { z } from "zod";
import type { Row } from "#platform/db/area-rows.ts";
import { choice, day, longText, money, optionalId, text } from "#platform/kernel/form-fields.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { EVALUATION_KINDS, GRADES } from "./evaluation-kinds.schema.ts";
import { namesIn } from "./initiative.rules.ts";
import { FINE_KIND_NAMES, INITIATIVE_STATUSES, type Partner, WHO_ACTS } from "./initiative-kinds.schema.ts";
import { figure, year } from "./plan-field.schema.ts";

export * from "./initiative-kinds.schema.ts";

/** What is evaluated: an initiative or a goal. */
export const evaluatedInArea = z.object({ area: areaId, of: z.enum(["initiative", "goal"]), id: rowId() });
export type Evaluated = Readonly<{ of: "initiative" | "goal"; id: string }>;

/** What made a part of the plan: a decision of a meeting, or an entry of the library. */
export type Origin = Readonly<{ kind: "decision" | "library"; id: string; label: string; path?: string }>;
/** The decision that made it: told by the council's own code, which no form can do. */
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
  title: text("目標", { most: 300 }),
  issueId: optionalId(),
  pillarId: optionalId(),
});
export type GoalInput = z.infer<typeof GoalInput>;

const PERCENT = { error: "割合（%）は0から100までの数で入力してください。" };
const possibleIn = (unit: string, value: number) => unit !== "%" || (value >= 0 && value <= 100);
export const TargetInput = z
  .object({
    goalId: optionalId(),
    item: text("項目", { most: 300 }),
    unit: text("単位", { most: 20, optional: true }).default("%"),
    direction: z.enum(["at_least", "at_most"], { error: "「以上」か「以下」を選択してください。" }),
    baselineYear: year,
    baselineValue: figure,
    targetYear: year,
    targetValue: figure,
    source: text("出典", { most: 300, optional: true }),
    /** The code of the profile's indicator that it is about. */
    indicator: text("指標", { most: 100, optional: true }),
  })
  .refine((target) => target.targetYear > target.baselineYear, {
    path: ["targetYear"],
    error: "目標の年度は、基準年度よりあとにしてください。",
  })
  .refine((target) => possibleIn(target.unit, target.baselineValue), { path: ["baselineValue"], ...PERCENT })
  .refine((target) => possibleIn(target.unit, target.targetValue), { path: ["targetValue"], ...PERCENT });
export type TargetInput = z.infer<typeof TargetInput>;

export const TargetValueInput = z.object({
  fiscalYear: year,
  value: figure,
  source: text("出典", { most: 300, optional: true }),
});
export type TargetValueInput = z.infer<typeof TargetValueInput>;

/** Years as the profile has them. */
export const TakenValues = z.object({ values: z.array(TargetValueInput.extend({ value: z.number() })) });

const NAME = 200;
const MOST_ORGANISATIONS = 60;
const partner = z.object({
  role: z.enum(["lead", "partner"]),
  name: text("機関名", { most: NAME }),
  sector: z.string().nullable().default(null),
  organisationId: rowId<OrganisationId>().nullable().default(null),
});
/** An initiative. Its organisations come as a form has them, or with all that is known of them. */
export const InitiativeInput = z
  .object({
    goalId: optionalId(),
    title: text("事業名", { most: 300 }),
    fineKind: z.enum(FINE_KIND_NAMES, { error: "種類を選択してください。" }),
    whoActs: z.preprocess((chosen) => [chosen || []].flat(), z.array(z.enum(WHO_ACTS))),
    lead: text("主管機関", { most: NAME, optional: true }),
    partners: z
      .string()
      .default("")
      .transform(namesIn)
      .refine((names) => names.every((name) => name.length <= NAME), {
        error: `${NAME}文字以内で入力してください。`,
      }),
    organisations: z.array(partner).max(MOST_ORGANISATIONS).default([]),
    audience: text("対象", { most: 300, optional: true }),
    periodFrom: day("開始日", { optional: true }),
    periodTo: day("終了日", { optional: true }),
    budgetYen: money("予算", { most: 1e12, optional: true }),
    budgetOwner: text("予算の所管", { optional: true }),
    outputMeasure: text("実施量の評価方法", { most: 500, optional: true }),
    outcomeMeasure: text("成果の評価方法", { most: 500, optional: true }),
    materials: text("使用する教材", { most: 1000, optional: true }),
    prefectureGoal: text("関連する都道府県の目標", { most: 300, optional: true }),
    status: z.enum(INITIATIVE_STATUSES).default("planned"),
  })
  .refine((value) => !value.periodFrom || !value.periodTo || value.periodTo >= value.periodFrom, {
    path: ["periodTo"],
    error: "終了日は、開始日と同じかあとにしてください。",
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
  kind: z.enum(EVALUATION_KINDS, { error: "評価の種類を選択してください。" }),
  finding: longText("評価結果"),
  achieved: longText("成果", { optional: true }),
  putDownTo: longText("要因", { optional: true }),
  grade: choice("判断", GRADES, { optional: true }),
  carriesOver: z.coerce.boolean().default(false),
  nextStep: text("今後の対応", { most: 1000, optional: true }),
});
export type EvaluationInput = z.infer<typeof EvaluationInput>;

/** The kinds of parts that a plan has; each can be deleted and brought back. */
export const PLAN_PARTS = [
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
export type PlanPart = (typeof PLAN_PARTS)[number];

export type Issue = Row<"planIssue", "id" | "title" | "description" | "seenIn"> &
  Readonly<{ origin: Origin | null }>;
export type Evidence = Row<"planEvidence", "id" | "issueId" | "kind" | "text" | "source" | "sector"> &
  Readonly<{ figure: Figure | null }>;
export type Goal = Row<"planGoal", "id" | "title" | "issueId" | "pillarId">;
export type Pillar = Row<"planPillar", "id" | "title">;
/** A year's value of a target or a measure. */
export type YearValue = Row<"planTargetValue", "id" | "fiscalYear" | "value" | "source">;
/** A target with its goal as it is called; null where there is none, or none any more. */
export type TargetRow = Row<
  "planTarget",
  "id" | "goalId" | "item" | "unit" | "direction" | "source" | "indicator"
> &
  Row<"planTarget", "baselineYear" | "baselineValue" | "targetYear" | "targetValue"> &
  Readonly<{ goal: string | null; values: readonly YearValue[] }>;
export type Evaluation = Row<"planEvaluation", "id" | "initiativeId" | "goalId" | "fiscalYear" | "kind"> &
  Row<"planEvaluation", "finding" | "achieved" | "putDownTo" | "grade" | "carriesOver" | "nextStep">;
export type PlanSkeleton = Readonly<{
  issues: readonly Issue[];
  evidence: readonly Evidence[];
  pillars: readonly Pillar[];
  goals: readonly Goal[];
  targets: readonly TargetRow[];
}>;
