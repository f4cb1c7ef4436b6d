import type { Initiative } from "../initiatives/kinds/schema.ts";
import type { MeasureInput } from "../initiatives/schema.ts";
import type { EvaluationInput, GoalInput, IssueInput, TargetInput } from "../schema.ts";
import type { FormValues } from "./rules.ts";

const text = (value: string | number | null | undefined) => String(value ?? "");

/** Things of the plan as their forms show them. */
export const issueValues = ({ title, description, seenIn }: IssueInput): FormValues => ({
  title,
  description,
  seenIn: text(seenIn),
});

export const goalValues = ({ title, issueId, pillarId }: GoalInput): FormValues => ({
  title,
  issueId: text(issueId),
  pillarId: text(pillarId),
});

export type TargetFields = Omit<TargetInput, "indicator">;
export const targetValues = (target: TargetFields): FormValues => ({
  goalId: text(target.goalId),
  item: target.item,
  unit: target.unit,
  direction: target.direction,
  baselineYear: text(target.baselineYear),
  baselineValue: text(target.baselineValue),
  targetYear: text(target.targetYear),
  targetValue: text(target.targetValue),
  source: target.source,
});

export type InitiativeFields = Omit<Initiative, "id" | "kind" | "origin">;
const named = ({ organisations }: Pick<InitiativeFields, "organisations">, role: "lead" | "partner") =>
  organisations.filter((one) => one.role === role).map((one) => one.name);

export const initiativeValues = (initiative: InitiativeFields): FormValues => ({
  title: initiative.title,
  fineKind: initiative.fineKind,
  goalId: text(initiative.goalId),
  lead: text(named(initiative, "lead")[0]),
  partners: named(initiative, "partner").join("\n"),
  whoActs: initiative.whoActs.toSorted().join(" "),
  audience: initiative.audience,
  status: initiative.status,
  periodFrom: text(initiative.periodFrom),
  periodTo: text(initiative.periodTo),
  budgetYen: text(initiative.budgetYen),
  budgetOwner: initiative.budgetOwner,
  outputMeasure: initiative.outputMeasure,
  outcomeMeasure: initiative.outcomeMeasure,
  materials: initiative.materials,
  prefectureGoal: initiative.prefectureGoal,
});

export const measureValues = ({ kind, name, unit, goalValue, partOf }: MeasureInput): FormValues => ({
  kind,
  name,
  unit,
  goalValue: text(goalValue),
  partOf: text(partOf),
});

export const evaluationValues = (
  evaluation: Omit<EvaluationInput, "initiativeId" | "goalId">,
): FormValues => ({
  fiscalYear: text(evaluation.fiscalYear),
  kind: evaluation.kind,
  finding: evaluation.finding,
  grade: text(evaluation.grade),
  carriesOver: evaluation.carriesOver ? "on" : "",
  nextStep: evaluation.nextStep,
});
