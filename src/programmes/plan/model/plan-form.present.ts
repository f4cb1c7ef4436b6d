import type { FormValues } from "#platform/kernel/result.ts";
import type { MeasureInput } from "./initiative.schema.ts";
import { type Partner, WHO_ACTS } from "./initiative-kinds.schema.ts";
import type { IssueInput } from "./issue.schema.ts";
import type { EvaluationInput, GoalInput, InitiativeInput, TargetInput } from "./plan.schema.ts";

const text = (value: string | number | null | undefined) => String(value ?? "");

/** Rows of the plan as their forms show them. */
export const issueValues = ({ title, description, seenIn }: IssueInput): FormValues => ({
  title,
  description,
  seenIn: text(seenIn),
});

export const pillarValues = ({ title }: Readonly<{ title: string }>): FormValues => ({ title });

export const goalValues = ({ title, issueId, pillarId }: GoalInput): FormValues => ({
  title,
  issueId: text(issueId),
  pillarId: text(pillarId),
});

export const targetValues = (target: TargetInput): FormValues => ({
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

type InitiativeFields = Omit<InitiativeInput, "fineKind" | "whoActs" | "organisations"> &
  Readonly<{
    fineKind: string;
    whoActs: readonly string[];
    organisations: readonly Pick<Partner, "role" | "name">[];
  }>;

export const initiativeValues = (initiative: InitiativeFields): FormValues => {
  const named = (role: "lead" | "partner") =>
    initiative.organisations.filter((one) => one.role === role).map((one) => one.name);
  return {
    title: initiative.title,
    fineKind: initiative.fineKind,
    goalId: text(initiative.goalId),
    lead: text(named("lead")[0]),
    partners: named("partner").join("\n"),
    whoActs: WHO_ACTS.filter((who) => initiative.whoActs.includes(who)).join(" "),
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
  };
};

export const measureValues = ({ kind, name, unit, goalValue, partOf }: MeasureInput): FormValues => ({
  kind,
  name,
  unit,
  goalValue: text(goalValue),
  partOf: text(partOf),
});

export const evaluationValues = (evaluation: EvaluationInput): FormValues => ({
  fiscalYear: text(evaluation.fiscalYear),
  kind: evaluation.kind,
  finding: evaluation.finding,
  grade: text(evaluation.grade),
  carriesOver: evaluation.carriesOver ? "on" : "",
  nextStep: evaluation.nextStep,
});
