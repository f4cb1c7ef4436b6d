import type { ProgressClass, ProgressReason } from "@yui/healthstats";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { YearCell } from "../model/activity.schema.ts";
import type { MeasureSeries } from "../model/initiative.schema.ts";
import type { Figure, Initiative } from "../model/plan.schema.ts";

export type ReportedMeasure = Readonly<{
  initiativeId: string;
  initiative: string;
  name: string;
  unit: string;
  /** The name of the measure that this is a part of. */
  partOf: string | null;
  /** What it should come to, where somebody said so. */
  goalValue?: number;
  value: number | null;
  source: string;
  history: readonly Readonly<{ fiscalYear: number; value: number }>[];
}>;

/** What the plan knows of a fiscal year, as plain values: it is kept with the report and compared with later ones. */
export type PlanFacts = Readonly<{
  issues: readonly Readonly<{
    id: string;
    title: string;
    description: string;
    evidence: readonly Readonly<{
      kind: string;
      text: string;
      source: string;
      sector: string | null;
      figure: Figure | null;
    }>[];
  }>[];
  targets: readonly Readonly<{
    id: string;
    goal: string | null;
    item: string;
    unit: string;
    direction: "at_least" | "at_most";
    baselineYear: number;
    baselineValue: number;
    targetYear: number;
    targetValue: number;
    latest: Readonly<{ fiscalYear: number; value: number }> | null;
    class: ProgressClass;
    reason: ProgressReason;
    distance: number | null;
  }>[];
  initiatives: readonly Readonly<{
    id: string;
    title: string;
    kind: string;
    fineKind: string;
    status: string;
    organisations: readonly Readonly<{ role: string; name: string; sector: string | null }>[];
    goal: string | null;
    sessions: number | null;
    participants: number | null;
  }>[];
  yearTable: readonly YearCell[];
  measures: readonly ReportedMeasure[];
  evaluations: readonly Readonly<{
    kind: string;
    of: string;
    finding: string;
    grade: string | null;
    carriesOver: boolean;
    nextStep: string;
  }>[];
  /** What the year before handed on to this one. */
  carriedIn: readonly Readonly<{ of: string; finding: string; nextStep: string }>[];
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
        initiativeId: one.initiativeId,
        initiative: one.initiative,
        name: one.name,
        unit: one.unit,
        partOf: (one.partOf && names.get(one.partOf)) || null,
        ...(one.goalValue === null ? {} : { goalValue: one.goalValue }),
        value: own?.value ?? null,
        source: own?.source ?? "",
        history: history.map(({ fiscalYear, value }) => ({ fiscalYear, value })),
      };
    })
    .filter((measure) => measure.history.length > 0);
}

/** An initiative of two organisations or more, as the maturity ladder looks at it. */
export type JointInitiative = Readonly<{
  title: string;
  kind: string;
  issueId: string | null;
  /** The sectors that brought evidence of its issue. */
  sectors: readonly string[];
  ranThisYear: boolean;
  /** In how many fiscal years something was done. */
  years: number;
  prefectureGoal: string;
  budgetOwner: string;
  carriedOver: boolean;
}>;
