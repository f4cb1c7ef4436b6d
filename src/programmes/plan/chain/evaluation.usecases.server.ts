import { command, query } from "#foundation/authority/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { invalid, notFound, ok } from "#platform/kernel/result.ts";
import { aboutRow, type PlanSubject, planPolicy } from "../access.ts";
import { impossibleYear, named } from "../model/evaluation.rules.ts";
import { EvaluationInput, evaluatedInArea } from "../model/plan.schema.ts";
import { evaluationValues } from "../model/plan-form.present.ts";
import { findEvaluation, insertEvaluation, updateEvaluation } from "./evaluation.store.server.ts";
import { findGoal } from "./goal.store.server.ts";
import { selectTitles } from "./initiative.store.server.ts";
import { PARTS } from "./plan-part.store.server.ts";
import { shownNow } from "./shown-part.queries.server.ts";

/** Writes what was found out about an initiative or a goal in a fiscal year. */
export const evaluate = command({
  name: "evaluation.write",
  policy: planPolicy,
  target: evaluatedInArea,
  subject: (_find, { area, of, id }): PlanSubject => ({ type: of, id, area }),
  input: EvaluationInput,
  once: true,
  async run(permit, { area: _, of, id, ...evaluation }) {
    const errors = impossibleYear(evaluation.fiscalYear, fiscalYearOf(permit.clock.today()));
    if (errors) return invalid(errors);
    if (!(await PARTS.isThere(permit, of, id))) return notFound(of);
    return ok({ id: await insertEvaluation(permit, { of, id }, evaluation) });
  },
});

/** Corrects an evaluation; what it is of stays. */
export const saveEvaluation = command({
  name: "evaluation.save",
  ...aboutRow("evaluation"),
  input: EvaluationInput,
  seen: shownNow("evaluation", findEvaluation, evaluationValues),
  values: evaluationValues,
  async run(permit, { area: _, id, ...evaluation }) {
    const errors = impossibleYear(evaluation.fiscalYear, fiscalYearOf(permit.clock.today()));
    if (errors) return invalid(errors);
    await updateEvaluation(permit, id, evaluation);
    return ok({ id });
  },
});

/** An evaluation with the title of what it is of. */
export const getEvaluation = query({
  name: "evaluation.read",
  ...aboutRow("evaluation"),
  async run(permit, { id }) {
    const found = await findEvaluation(permit, id);
    if (!found) return notFound("evaluation");
    const { initiativeId, goalId } = found;
    const goal = goalId ? await findGoal(permit, goalId) : undefined;
    const parts = goal ? [goal] : await selectTitles(permit, { ids: initiativeId ? [initiativeId] : [] });
    const [one] = named([found], parts);
    return one ? ok(one) : notFound("evaluation");
  },
});
