import { command, query } from "#foundation/authority/public.ts";
import { changeRow } from "#platform/db/area-rows.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { yearOfTarget } from "#platform/kernel/target.ts";
import { aboutArea, aboutRow, type PlanPermit } from "../access.ts";
import { carriedOver, named } from "../model/evaluation.rules.ts";
import { goalsByPillar } from "../model/goal.rules.ts";
import { stateOf } from "../model/plan.rules.ts";
import { type Goal, GoalInput } from "../model/plan.schema.ts";
import { goalValues } from "../model/plan-form.present.ts";
import { selectEvaluations } from "./evaluation.store.server.ts";
import { findGoal, insertGoal } from "./goal.store.server.ts";
import { selectTitles } from "./initiative.store.server.ts";
import { findIssue } from "./issue.store.server.ts";
import { selectPillars } from "./pillar.store.server.ts";
import { selectSkeleton } from "./plan.store.server.ts";
import { pushTargets } from "./plan-facts.usecases.server.ts";
import { PARTS } from "./plan-part.store.server.ts";
import { shownNow } from "./shown-part.queries.server.ts";
import { selectTargets } from "./target.store.server.ts";

/** All goals under their pillars, with a fiscal year's evaluations and what the year before handed on. */
export const readGoals = query({
  name: "goal.list",
  ...aboutArea("goal", { year: yearOfTarget.optional() }),
  async run(permit, { year = fiscalYearOf(permit.clock.today()) }) {
    const skeleton = await selectSkeleton(permit);
    const evaluations = await selectEvaluations(permit, { fiscalYear: year });
    const before = carriedOver(await selectEvaluations(permit, { fiscalYear: year - 1 }));
    const initiatives = await selectTitles(permit, {
      ids: before.flatMap((one) => one.initiativeId ?? []),
    });
    return ok({
      year,
      groups: goalsByPillar(skeleton, evaluations, year),
      carried: named(before, [...skeleton.goals, ...initiatives]),
    });
  },
});

/** A goal with what it stands between. */
export const getGoal = query({
  name: "goal.read",
  ...aboutRow("goal"),
  async run(permit, { id }) {
    const goal = await findGoal(permit, id);
    if (!goal) return notFound("goal");
    const targets = await selectTargets(permit, id);
    return ok({
      goal,
      issue: (goal.issueId && (await findIssue(permit, goal.issueId))) || null,
      pillar: (await selectPillars(permit)).find((one) => one.id === goal.pillarId) ?? null,
      targets: targets.map((target) => stateOf(target)),
      initiatives: await selectTitles(permit, { goalId: id }),
      evaluations: await selectEvaluations(permit, { goals: [id] }),
    });
  },
});

export const createGoal = command({
  name: "goal.create",
  ...aboutArea("goal"),
  input: GoalInput,
  once: true,
  async run(permit, { area: _, ...goal }) {
    const linked = await linkable(permit, goal);
    return linked.ok ? ok({ id: await insertGoal(permit, goal) }) : linked;
  },
});

export const saveGoal = command({
  name: "goal.save",
  ...aboutRow("goal"),
  input: GoalInput,
  seen: shownNow("goal", findGoal, goalValues),
  values: goalValues,
  async run(permit, { area: _, id, ...goal }) {
    const linked = await linkable(permit, goal, await findGoal(permit, id));
    if (!linked.ok) return linked;
    await changeRow(permit, "planGoal", id, goal);
    await pushTargets(permit);
    return ok({ id });
  },
});

/** What a goal is linked to must be there. The link to what was deleted since stays until that comes back. */
async function linkable(
  permit: PlanPermit,
  { issueId, pillarId }: GoalInput,
  before?: Goal,
): Promise<Result<undefined>> {
  if (issueId && issueId !== before?.issueId && !(await PARTS.isThere(permit, "issue", issueId)))
    return notFound("issue");
  if (pillarId && pillarId !== before?.pillarId && !(await PARTS.isThere(permit, "pillar", pillarId)))
    return notFound("pillar");
  return ok(undefined);
}
