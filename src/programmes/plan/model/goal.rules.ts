import { stateOf, type TargetState } from "./plan.rules.ts";
import type { Evaluation, Goal, Issue, Pillar, PlanSkeleton } from "./plan.schema.ts";

export type GoalLine = Readonly<{
  goal: Goal;
  issue: Issue | null;
  targets: readonly TargetState[];
  /** What the year's evaluations say of the goal itself, the latest of each kind. */
  evaluations: Readonly<Partial<Record<Evaluation["kind"], Evaluation>>>;
}>;
export type PillarGroup = Readonly<{ pillar: Pillar | null; goals: readonly GoalLine[] }>;

/** The goals under their pillars in the pillars' order; those under none come last, where there are any. */
export function goalsByPillar(
  skeleton: PlanSkeleton,
  evaluations: readonly Evaluation[],
  year: number,
): PillarGroup[] {
  const issues = new Map(skeleton.issues.map((issue) => [issue.id, issue]));
  const known = new Set(skeleton.pillars.map((pillar) => pillar.id));
  const line = (goal: Goal): GoalLine => ({
    goal,
    issue: (goal.issueId && issues.get(goal.issueId)) || null,
    targets: skeleton.targets
      .filter((target) => target.goalId === goal.id)
      .map((target) => stateOf(target, year)),
    evaluations: Object.fromEntries(
      evaluations
        .filter((one) => one.goalId === goal.id && one.fiscalYear === year)
        .map((one) => [one.kind, one]),
    ),
  });
  const under = (pillar: Pillar | null) =>
    skeleton.goals
      .filter((goal) =>
        pillar ? goal.pillarId === pillar.id : goal.pillarId === null || !known.has(goal.pillarId),
      )
      .map(line);
  const loose = under(null);
  return [
    ...skeleton.pillars.map((pillar) => ({ pillar, goals: under(pillar) })),
    ...(loose.length > 0 ? [{ pillar: null, goals: loose }] : []),
  ];
}

/** The order after one of them went to a place, counted from 0; what is beyond an end is the end. */
export function movedTo(ids: readonly string[], id: string, place: number): string[] {
  const others = ids.filter((one) => one !== id);
  const at = Math.min(Math.max(place, 0), others.length);
  return ids.includes(id) ? [...others.slice(0, at), id, ...others.slice(at)] : [...ids];
}
