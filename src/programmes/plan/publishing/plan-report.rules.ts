import { pick } from "#platform/kernel/pick.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { YearCell } from "../model/activity.schema.ts";
import type { NamedEvaluation } from "../model/evaluation.rules.ts";
import type { MeasureSeries } from "../model/initiative.schema.ts";
import type { TargetState } from "../model/plan.rules.ts";
import type { Evidence, Initiative, Issue, Partner, Tally } from "../model/plan.schema.ts";

export type ReportedMeasure = Pick<MeasureSeries, "initiativeId" | "initiative" | "name" | "unit"> &
  Readonly<{
    /** The name of the measure that this is a part of. */
    partOf: string | null;
    /** What it should come to, where somebody said so. */
    goalValue?: number;
    value: number | null;
    source: string;
    history: readonly Readonly<{ fiscalYear: number; value: number }>[];
  }>;

type Named<Name extends keyof NamedEvaluation> = readonly Pick<NamedEvaluation, Name>[];

/** What the plan knows of a fiscal year, as plain values: it is kept with the report and compared with later ones. */
export type PlanFacts = Readonly<{
  issues: readonly (Pick<Issue, "id" | "title" | "description"> &
    Readonly<{ evidence: readonly Omit<Evidence, "id" | "issueId">[] }>)[];
  targets: readonly Omit<TargetState, "goalId" | "values" | "source" | "indicator" | "share">[];
  initiatives: readonly (Pick<Initiative, "id" | "title" | "fineKind"> &
    Readonly<{
      organisations: readonly Omit<Partner, "organisationId">[];
      goal: string | null;
      kind: string;
      status: string;
    }> &
    Tally)[];
  yearTable: readonly YearCell[];
  measures: readonly ReportedMeasure[];
  /** What was achieved and why stands only where somebody wrote it: earlier editions know nothing of it. */
  evaluations: readonly (Pick<NamedEvaluation, "kind" | "of" | "finding" | "grade"> &
    Pick<NamedEvaluation, "carriesOver" | "nextStep"> &
    Partial<Pick<NamedEvaluation, "achieved" | "putDownTo">>)[];
  /** What the year before handed on to this one. */
  carriedIn: Named<"of" | "finding" | "nextStep">;
}>;

/** Whether an initiative belongs into the report of a year: it has a figure of it, or its period touches it. */
export function ranIn(
  initiative: Pick<Initiative, "id" | "periodFrom" | "periodTo" | "status">,
  touched: ReadonlySet<string | null>,
  from: PlainDate,
  to: PlainDate,
): boolean {
  if (touched.has(initiative.id)) return true;
  if (initiative.periodFrom === null) return false;
  return initiative.periodFrom <= to && (initiative.periodTo === null || initiative.periodTo >= from);
}

export function measuresUpTo(series: readonly MeasureSeries[], year: number): ReportedMeasure[] {
  const names = new Map(series.map((one) => [one.id, one.name]));
  return series
    .map((one) => {
      const history = one.values.filter((value) => value.fiscalYear <= year);
      const own = history.find((value) => value.fiscalYear === year);
      return {
        ...pick(one, "initiativeId", "initiative", "name", "unit"),
        partOf: (one.partOf && names.get(one.partOf)) || null,
        ...(one.goalValue === null ? {} : { goalValue: one.goalValue }),
        value: own?.value ?? null,
        source: own?.source ?? "",
        history: history.map((value) => pick(value, "fiscalYear", "value")),
      };
    })
    .filter((measure) => measure.history.length > 0);
}

/** An initiative of two organisations or more, as the maturity ladder looks at it. */
export type JointInitiative = Pick<Initiative, "title" | "prefectureGoal" | "budgetOwner"> &
  Readonly<{
    kind: string;
    issueId: string | null;
    /** The sectors that brought evidence of its issue. */
    sectors: readonly string[];
    ranThisYear: boolean;
    /** In how many fiscal years something was done. */
    years: number;
    carriedOver: boolean;
  }>;
