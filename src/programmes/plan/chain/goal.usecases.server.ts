import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { areaId, yearOfTarget } from "#platform/kernel/target.ts";
import { about, aboutArea, aboutRow, type PlanPermit, planPolicy } from "../access.ts";
import { carriedOver, named } from "../model/evaluation.rules.ts";
import { goalsByPillar } from "../model/goal.rules.ts";
import { stateOf } from "../model/plan.rules.ts";
import { type Goal, GoalInput } from "../model/plan.schema.ts";
import { goalValues } from "../model/plan-form.present.ts";
import { isThere } from "./deleted-row.store.server.ts";
import { selectEvaluations } from "./evaluation.store.server.ts";
import { findGoal, insertGoal, updateGoal } from "./goal.store.server.ts";
import { selectTitles } from "./initiative.store.server.ts";
import { selectChoices, selectSkeleton } from "./plan.store.server.ts";
import { pushTargets } from "./plan-facts.usecases.server.ts";
import { shownNow } from "./shown-row.queries.server.ts";
import { selectTargetsOf } from "./target.store.server.ts";

/** All goals under their pillars, with a fiscal year's evaluations and what the year before handed on. */
export const readGoals = query({
  name: "goal.list",
  policy: planPolicy,
  target: z.object({ area: areaId, year: yearOfTarget.optional() }),
  subject: about("goal"),
  async run(permit, { area, year = fiscalYearOf(permit.clock.today()) }) {
    const skeleton = await selectSkeleton(permit, area);
    const evaluations = await selectEvaluations(permit, area, { fiscalYear: year });
    const before = carriedOver(await selectEvaluations(permit, area, { fiscalYear: year - 1 }));
    const initiatives = await selectTitles(permit, area, {
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
  async run(permit, { area, id }) {
    const goal = await findGoal(permit, area, id);
    if (!goal) return notFound("goal");
    const { issues, pillars } = await selectChoices(permit, area);
    const targets = await selectTargetsOf(permit, area, id);
    return ok({
      goal,
      issue: issues.find((one) => one.id === goal.issueId) ?? null,
      pillar: pillars.find((one) => one.id === goal.pillarId) ?? null,
      targets: targets.map((target) => stateOf(target)),
      initiatives: await selectTitles(permit, area, { goalId: id }),
      evaluations: await selectEvaluations(permit, area, { goals: [id] }),
    });
  },
});

export const createGoal = command({
  name: "goal.create",
  ...aboutArea("goal"),
  input: GoalInput,
  once: true,
  async run(permit, { area, ...goal }) {
    const linked = await linkable(permit, area, goal);
    return linked.ok ? ok({ id: await insertGoal(permit, area, goal) }) : linked;
  },
});

export const saveGoal = command({
  name: "goal.save",
  ...aboutRow("goal"),
  input: GoalInput,
  seen: shownNow("goal", findGoal, goalValues),
  values: goalValues,
  async run(permit, { area, id, ...goal }) {
    const linked = await linkable(permit, area, goal, await findGoal(permit, area, id));
    if (!linked.ok) return linked;
    await updateGoal(permit, area, id, goal);
    await pushTargets(permit, area);
    return ok({ id });
  },
});

/** What a goal is linked to must be there. The link to what was deleted since stays until that comes back. */
async function linkable(
  permit: PlanPermit,
  area: AreaId,
  { issueId, pillarId }: GoalInput,
  before?: Goal,
): Promise<Result<undefined>> {
  if (issueId && issueId !== before?.issueId && !(await isThere(permit, area, "issue", issueId)))
    return notFound("issue");
  if (pillarId && pillarId !== before?.pillarId && !(await isThere(permit, area, "pillar", pillarId)))
    return notFound("pillar");
  return ok(undefined);
}
