import type { Actor } from "#foundation/actors/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { planPolicy } from "../access.ts";
import { isThere } from "../deleting/store.server.ts";
import { carriedOver, type NamedEvaluation, named } from "../evaluations/rules.ts";
import { selectEvaluations } from "../evaluations/store.server.ts";
import { tellTargets } from "../facts/usecases.server.ts";
import { idFromForm } from "../fields/rules.ts";
import { selectTitles } from "../initiatives/store.server.ts";
import { goalValues } from "../meanwhile/present.ts";
import { unlessOvertaken } from "../meanwhile/usecases.server.ts";
import { stateOf, type TargetState } from "../rules.ts";
import { type Evaluation, type Goal, GoalInput, type Issue, type Pillar } from "../schema.ts";
import { findGoal, insertGoal, selectSkeleton, updateGoal } from "../store.server.ts";
import { editPlan } from "../usecases.server.ts";
import { goalsByPillar, type PillarGroup } from "./rules.ts";

export type GoalsOfYear = Readonly<{
  year: number;
  groups: readonly PillarGroup[];
  /** What the year before handed on. */
  carried: readonly NamedEvaluation[];
}>;

/** All goals under their pillars, with a fiscal year's evaluations; the current year where none is named. */
export function readGoals(
  app: App,
  actor: Actor,
  area: AreaId,
  asked?: number,
): Promise<Result<GoalsOfYear>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, planPolicy, "plan.read", { type: "goal", area });
    if (!permit.ok) return permit;
    const year = asked ?? fiscalYearOf(unit.clock.today());
    const skeleton = await selectSkeleton(unit, area);
    const evaluations = await selectEvaluations(unit, area, { fiscalYear: year });
    const before = carriedOver(await selectEvaluations(unit, area, { fiscalYear: year - 1 }));
    const initiatives = await selectTitles(unit, area, {
      ids: before.flatMap((one) => one.initiativeId ?? []),
    });
    return ok({
      year,
      groups: goalsByPillar(skeleton, evaluations, year),
      carried: named(before, [...skeleton.goals, ...initiatives]),
    });
  });
}

export type GoalView = Readonly<{
  goal: Goal;
  issue: Issue | null;
  pillar: Pillar | null;
  issues: readonly Issue[];
  pillars: readonly Pillar[];
  targets: readonly TargetState[];
  initiatives: readonly Readonly<{ id: string; title: string }>[];
  evaluations: readonly Evaluation[];
}>;

/** A goal with what it stands between, and what it may be linked to. */
export function getGoal(app: App, actor: Actor, area: AreaId, id: string): Promise<Result<GoalView>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, planPolicy, "plan.read", { type: "goal", id, area });
    if (!permit.ok) return permit;
    const { goals, issues, pillars, targets } = await selectSkeleton(unit, area);
    const goal = goals.find((one) => one.id === id);
    if (!goal) return notFound("goal");
    return ok({
      goal,
      issue: issues.find((one) => one.id === goal.issueId) ?? null,
      pillar: pillars.find((one) => one.id === goal.pillarId) ?? null,
      issues,
      pillars,
      targets: targets.filter((target) => target.goalId === id).map((target) => stateOf(target)),
      initiatives: await selectTitles(unit, area, { goalId: id }),
      evaluations: await selectEvaluations(unit, area, { goals: [id] }),
    });
  });
}

export function createGoal(
  app: App,
  actor: Actor,
  area: AreaId,
  input: unknown,
): Promise<Result<{ id: string }>> {
  return editPlan(app, actor, area, "goal", async (unit, _by, at): Promise<Result<{ id: string }>> => {
    const goal = await linkable(unit, area, input);
    if (!goal.ok) return goal;
    const id = idFromForm(input);
    await insertGoal(unit, area, id, at, goal.value);
    return ok({ id });
  });
}

export function saveGoal(app: App, actor: Actor, area: AreaId, id: string, input: unknown) {
  return editPlan(app, actor, area, "goal", async (unit): Promise<Result<{ id: string }>> => {
    const goal = await linkable(unit, area, input);
    if (!goal.ok) return goal;
    const form = { input, typed: goal.value };
    const load = () => findGoal(unit, area, id);
    const free = await unlessOvertaken<GoalInput>(unit, area, ["goal", id], form, load, goalValues);
    if (!free.ok) return free;
    if (!(await updateGoal(unit, area, id, goal.value))) return notFound("goal");
    await tellTargets(unit, area);
    return ok({ id });
  });
}

/** The goal as it was typed, where what it hangs on is there. */
async function linkable(unit: Unit, area: AreaId, input: unknown): Promise<Result<GoalInput>> {
  const goal = checked(GoalInput, input);
  if (!goal.ok) return goal;
  const { issueId, pillarId } = goal.value;
  if (issueId && !(await isThere(unit, area, "issue", issueId))) return notFound("issue");
  if (pillarId && !(await isThere(unit, area, "pillar", pillarId))) return notFound("pillar");
  return goal;
}
