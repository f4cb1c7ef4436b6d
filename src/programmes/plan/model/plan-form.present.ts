import { formTexts } from "#platform/kernel/form-values.ts";
import type { FormValues } from "#platform/kernel/result.ts";
import type { MeasureInput } from "./initiative.schema.ts";
import { type Partner, WHO_ACTS } from "./initiative-kinds.schema.ts";
import type { IssueInput } from "./issue.schema.ts";
import type { EvaluationInput, GoalInput, InitiativeInput, TargetInput, YearValue } from "./plan.schema.ts";

/** Parts of the plan as their forms show them, empty where there is none yet. */
export const issueValues = (issue: IssueInput | undefined) =>
  formTexts(issue, "title", "description", "seenIn");

export const pillarValues = (pillar: Readonly<{ title: string }>) => formTexts(pillar, "title");

export const goalValues = (goal: GoalInput) => formTexts(goal, "title", "issueId", "pillarId");

export const targetValues = (
  target: Partial<Omit<TargetInput, "indicator"> & { indicator: string | null }>,
) =>
  formTexts(
    target,
    "goalId",
    "item",
    "unit",
    "direction",
    "baselineYear",
    "baselineValue",
    "targetYear",
    "targetValue",
    "source",
    "indicator",
  );

type InitiativeFields = Omit<InitiativeInput, "fineKind" | "whoActs" | "organisations"> &
  Readonly<{
    fineKind: string;
    whoActs: readonly string[];
    organisations: readonly Pick<Partner, "role" | "name">[];
  }>;

export function initiativeValues(initiative: Partial<InitiativeFields>) {
  const { organisations = [], whoActs = [] } = initiative;
  const named = (role: "lead" | "partner") =>
    organisations.filter((one) => one.role === role).map((one) => one.name);
  return {
    ...formTexts(
      initiative,
      "title",
      "fineKind",
      "goalId",
      "audience",
      "status",
      "periodFrom",
      "periodTo",
      "budgetYen",
      "budgetOwner",
      "outputMeasure",
      "outcomeMeasure",
      "materials",
      "prefectureGoal",
    ),
    lead: named("lead")[0] ?? "",
    partners: named("partner").join("\n"),
    whoActs: WHO_ACTS.filter((who) => whoActs.includes(who)).join(" "),
  };
}

export const measureValues = (measure: MeasureInput) =>
  formTexts(measure, "kind", "name", "unit", "goalValue", "partOf");

const yearText = ({ value, source }: Pick<YearValue, "value" | "source">) => `${value} ${source}`.trim();

/** The values of a target or a measure by year, as its page lists them. */
export const yearValues = (values: readonly YearValue[]) =>
  Object.fromEntries(values.map((one) => [one.fiscalYear, yearText(one)]));

/** The same once another is entered. */
export const withYearValue = (entered: Omit<YearValue, "id">, now: FormValues): FormValues =>
  Object.fromEntries(Object.entries(now).concat([[String(entered.fiscalYear), yearText(entered)]]));

export const evaluationValues = (evaluation: EvaluationInput) => ({
  ...formTexts(evaluation, "fiscalYear", "kind", "finding", "achieved", "putDownTo", "grade", "nextStep"),
  carriesOver: evaluation.carriesOver ? "on" : "",
});
