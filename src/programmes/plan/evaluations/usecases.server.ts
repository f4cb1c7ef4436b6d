import type { Actor } from "#foundation/actors/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { planPolicy } from "../access.ts";
import { isThere } from "../deleting/store.server.ts";
import { idFromForm } from "../fields/rules.ts";
import { selectTitles } from "../initiatives/store.server.ts";
import { evaluationValues } from "../meanwhile/present.ts";
import { unlessOvertaken } from "../meanwhile/usecases.server.ts";
import { type Evaluation, EvaluationInput } from "../schema.ts";
import { findGoal } from "../store.server.ts";
import { editPlan } from "../usecases.server.ts";
import { impossibleYear, type NamedEvaluation, named } from "./rules.ts";
import { insertEvaluation, selectEvaluations, updateEvaluation } from "./store.server.ts";

/** Writes what was found out about an initiative or a goal in a fiscal year. */
export function evaluate(app: App, actor: Actor, area: AreaId, input: unknown) {
  return editPlan(app, actor, area, "evaluation", async (unit, by, at): Promise<Result<{ id: string }>> => {
    const evaluation = possible(unit, input);
    if (!evaluation.ok) return evaluation;
    const { initiativeId, goalId } = evaluation.value;
    if (!initiativeId && !goalId) return invalid({ initiativeId: ["評価する事業か目標を選んでください。"] });
    if (initiativeId && !(await isThere(unit, area, "initiative", initiativeId)))
      return notFound("initiative");
    if (goalId && !(await isThere(unit, area, "goal", goalId))) return notFound("goal");
    const id = idFromForm(input);
    await insertEvaluation(unit, area, id, at, by, evaluation.value);
    return ok({ id });
  });
}

/** Corrects an evaluation; what it is of stays. */
export function saveEvaluation(app: App, actor: Actor, area: AreaId, id: string, input: unknown) {
  return editPlan(app, actor, area, "evaluation", async (unit, by, at): Promise<Result<{ id: string }>> => {
    const evaluation = possible(unit, input);
    if (!evaluation.ok) return evaluation;
    const form = { input, typed: evaluation.value };
    const load = async () => (await selectEvaluations(unit, area, { id }))[0];
    const free = await unlessOvertaken<EvaluationInput>(
      unit,
      area,
      ["evaluation", id],
      form,
      load,
      evaluationValues,
    );
    if (!free.ok) return free;
    return (await updateEvaluation(unit, area, id, at, by, evaluation.value))
      ? ok({ id })
      : notFound("evaluation");
  });
}

function possible(unit: Unit, input: unknown): Result<EvaluationInput> {
  const evaluation = checked(EvaluationInput, input);
  if (!evaluation.ok) return evaluation;
  const errors = impossibleYear(evaluation.value.fiscalYear, fiscalYearOf(unit.clock.today()));
  return errors ? invalid(errors) : evaluation;
}

/** An evaluation with the title of what it is of. */
export function getEvaluation(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
): Promise<Result<NamedEvaluation>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, planPolicy, "plan.read", { type: "evaluation", id, area });
    if (!permit.ok) return permit;
    const found = await selectEvaluations(unit, area, { id });
    const [one] = named(found, await thingsOf(unit, area, found));
    return one ? ok(one) : notFound("evaluation");
  });
}

async function thingsOf(unit: Unit, area: AreaId, evaluations: readonly Evaluation[]) {
  const things = [];
  for (const { initiativeId, goalId } of evaluations) {
    if (initiativeId) things.push(...(await selectTitles(unit, area, { ids: [initiativeId] })));
    const goal = goalId ? await findGoal(unit, area, goalId) : undefined;
    if (goal) things.push(goal);
  }
  return things;
}
