import { command, query } from "#foundation/authority/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { invalid, notFound, ok } from "#platform/kernel/result.ts";
import { aboutRow, aboutThing, planPolicy } from "../access.ts";
import { impossibleYear, named } from "../model/evaluation.rules.ts";
import { EvaluationInput, evaluatedInArea } from "../model/plan.schema.ts";
import { evaluationValues } from "../model/plan-form.present.ts";
import { isThere } from "./deleted-row.store.server.ts";
import { findEvaluation, insertEvaluation, updateEvaluation } from "./evaluation.store.server.ts";
import { findGoal } from "./goal.store.server.ts";
import { selectTitles } from "./initiative.store.server.ts";
import { shownNow } from "./shown-row.queries.server.ts";

/** Writes what was found out about an initiative or a goal in a fiscal year. */
export const evaluate = command({
  name: "evaluation.write",
  policy: planPolicy,
  target: evaluatedInArea,
  subject: aboutThing,
  input: EvaluationInput,
  once: true,
  async run(permit, { area, thing, id, ...evaluation }) {
    const errors = impossibleYear(evaluation.fiscalYear, fiscalYearOf(permit.clock.today()));
    if (errors) return invalid(errors);
    if (!(await isThere(permit, area, thing, id))) return notFound(thing);
    return ok({ id: await insertEvaluation(permit, area, { thing, id }, evaluation) });
  },
});

/** Corrects an evaluation; what it is of stays. */
export const saveEvaluation = command({
  name: "evaluation.save",
  ...aboutRow("evaluation"),
  input: EvaluationInput,
  seen: shownNow("evaluation", findEvaluation, evaluationValues),
  values: evaluationValues,
  async run(permit, { area, id, ...evaluation }) {
    const errors = impossibleYear(evaluation.fiscalYear, fiscalYearOf(permit.clock.today()));
    if (errors) return invalid(errors);
    await updateEvaluation(permit, area, id, evaluation);
    return ok({ id });
  },
});

/** An evaluation with the title of what it is of. */
export const getEvaluation = query({
  name: "evaluation.read",
  ...aboutRow("evaluation"),
  async run(permit, { area, id }) {
    const found = await findEvaluation(permit, area, id);
    if (!found) return notFound("evaluation");
    const { initiativeId, goalId } = found;
    const goal = goalId ? await findGoal(permit, area, goalId) : undefined;
    const things = goal
      ? [goal]
      : await selectTitles(permit, area, { ids: initiativeId ? [initiativeId] : [] });
    const [one] = named([found], things);
    return one ? ok(one) : notFound("evaluation");
  },
});
