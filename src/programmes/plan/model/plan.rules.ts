import { type ProgressClass, type ProgressReason, targetProgress } from "@yui/healthstats";
import type {
  Evaluation,
  Evidence,
  Goal,
  Initiative,
  InitiativeTally,
  Issue,
  PlanSkeleton,
  TargetRow,
} from "./plan.schema.ts";

export type TargetState = TargetRow &
  Readonly<{
    latest: Readonly<{ fiscalYear: number; value: number }> | null;
    class: ProgressClass;
    reason: ProgressReason;
    /** What is still missing to the target, in its unit; 0 when reached, null without a later value. */
    distance: number | null;
    /** Share of the way done, null where it can't be told. */
    share: number | null;
  }>;

/** Where a target stands by the last value up to that fiscal year. Classes A to E as healthstats defines them. */
export function stateOf(target: TargetRow, upTo: number = Number.POSITIVE_INFINITY): TargetState {
  const latest =
    target.values
      .filter((value) => value.fiscalYear <= upTo && value.fiscalYear > target.baselineYear)
      .sort((a, b) => b.fiscalYear - a.fiscalYear)[0] ?? null;
  const progress = targetProgress(
    { year: target.baselineYear, value: target.baselineValue },
    latest && { year: latest.fiscalYear, value: latest.value },
    {
      year: target.targetYear,
      value: target.targetValue,
      direction: target.direction === "at_least" ? "at-least" : "at-most",
    },
  );
  const gap =
    latest === null
      ? null
      : target.direction === "at_least"
        ? target.targetValue - latest.value
        : latest.value - target.targetValue;
  return {
    ...target,
    latest,
    class: progress.class,
    reason: progress.reason,
    // Tenths of a percent must not show as 12.899999999999999.
    distance: gap === null ? null : Math.max(0, Number(gap.toFixed(6))),
    share: progress.share,
  };
}

/** One line of the plan, read from left to right. Every part but one may be missing: one may start anywhere. */
export type Chain = Readonly<{
  key: string;
  issue: Issue | null;
  evidence: readonly Evidence[];
  goal: Goal | null;
  targets: readonly TargetState[];
  initiative: Initiative | null;
  tally: InitiativeTally | null;
  evaluations: readonly Evaluation[];
}>;

/**
 * The chains of the initiatives given. With `withBare` also issues without a goal and goals without an initiative:
 * `reached` are the goals that have one somewhere, on this page of the list or on another.
 */
export function chainsOf(
  skeleton: PlanSkeleton,
  initiatives: readonly Initiative[],
  tallies: readonly InitiativeTally[],
  evaluations: readonly Evaluation[],
  bare: Readonly<{ reachedGoals: ReadonlySet<string> }> | null,
): Chain[] {
  const issues = new Map(skeleton.issues.map((issue) => [issue.id, issue]));
  const goals = new Map(skeleton.goals.map((goal) => [goal.id, goal]));
  const tallyOf = new Map(tallies.map((tally) => [tally.initiativeId, tally]));
  const chain = (goal: Goal | null, issue: Issue | null, initiative: Initiative | null): Chain => ({
    key: initiative?.id ?? goal?.id ?? issue!.id,
    issue,
    evidence: issue ? skeleton.evidence.filter((evidence) => evidence.issueId === issue.id) : [],
    goal,
    targets: goal
      ? skeleton.targets.filter((target) => target.goalId === goal.id).map((target) => stateOf(target))
      : [],
    initiative,
    tally: initiative ? (tallyOf.get(initiative.id) ?? null) : null,
    evaluations: evaluations.filter((one) =>
      initiative ? one.initiativeId === initiative.id : goal !== null && one.goalId === goal.id,
    ),
  });
  const rows = initiatives.map((initiative) => {
    const goal = (initiative.goalId && goals.get(initiative.goalId)) || null;
    return chain(goal, (goal?.issueId && issues.get(goal.issueId)) || null, initiative);
  });
  if (bare) {
    const heldIssues = new Set(skeleton.goals.map((goal) => goal.issueId));
    for (const goal of skeleton.goals) {
      if (!bare.reachedGoals.has(goal.id))
        rows.push(chain(goal, (goal.issueId && issues.get(goal.issueId)) || null, null));
    }
    for (const issue of skeleton.issues) if (!heldIssues.has(issue.id)) rows.push(chain(null, issue, null));
  }
  const order = new Map(skeleton.issues.map((issue, index) => [issue.id, index]));
  const rank = (row: Chain) => (row.issue ? order.get(row.issue.id)! : skeleton.issues.length);
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => rank(a.row) - rank(b.row) || a.index - b.index)
    .map(({ row }) => row);
}

export type Unlinked = Readonly<{
  kind: "issue" | "goal" | "target" | "initiative" | "activity";
  id: string;
  title: string;
  missing: "evidence" | "goal" | "issue" | "target" | "initiative";
}>;

/** What hangs in the air: shown, never forced. */
export function unlinkedOf(
  skeleton: PlanSkeleton,
  loose: Readonly<{
    initiatives: readonly Readonly<{ id: string; title: string }>[];
    activities: readonly Readonly<{ id: string; title: string }>[];
    reachedGoals: ReadonlySet<string>;
  }>,
): Unlinked[] {
  const proven = new Set(skeleton.evidence.map((evidence) => evidence.issueId));
  const aimed = new Set(skeleton.goals.map((goal) => goal.issueId));
  const measured = new Set(skeleton.targets.map((target) => target.goalId));
  const result: Unlinked[] = [];
  for (const { id, title } of skeleton.issues) {
    if (!proven.has(id)) result.push({ kind: "issue", id, title, missing: "evidence" });
    if (!aimed.has(id)) result.push({ kind: "issue", id, title, missing: "goal" });
  }
  for (const { id, title, issueId } of skeleton.goals) {
    if (issueId === null) result.push({ kind: "goal", id, title, missing: "issue" });
    if (!measured.has(id)) result.push({ kind: "goal", id, title, missing: "target" });
    if (!loose.reachedGoals.has(id)) result.push({ kind: "goal", id, title, missing: "initiative" });
  }
  for (const { id, item, goalId } of skeleton.targets)
    if (goalId === null) result.push({ kind: "target", id, title: item, missing: "goal" });
  for (const { id, title } of loose.initiatives)
    result.push({ kind: "initiative", id, title, missing: "goal" });
  for (const { id, title } of loose.activities)
    result.push({ kind: "activity", id, title, missing: "initiative" });
  return result;
}

/** A target that points the wrong way is asked about, not refused: the office may know why. */
export function oddTarget(target: {
  direction: "at_least" | "at_most";
  baselineValue: number;
  targetValue: number;
}): string | undefined {
  const { direction, baselineValue, targetValue } = target;
  if (direction === "at_least" && targetValue <= baselineValue)
    return "「以上」の目標なのに、目標値が基準値より大きくありません。このままでよいですか。";
  if (direction === "at_most" && targetValue >= baselineValue)
    return "「以下」の目標なのに、目標値が基準値より小さくありません。このままでよいですか。";
  return undefined;
}
