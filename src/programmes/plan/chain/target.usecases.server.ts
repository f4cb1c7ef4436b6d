import { askOnce, command, query } from "#foundation/authority/public.ts";
import { changeRow } from "#platform/db/area-rows.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { aboutArea, aboutRow, type PlanPermit } from "../access.ts";
import { oddTarget, stateOf } from "../model/plan.rules.ts";
import { TakenValues, TargetInput, TargetValueInput } from "../model/plan.schema.ts";
import { targetValues, withYearValue, yearValues } from "../model/plan-form.present.ts";
import { impossibleTargetValue, missingYears, oddTargetValue } from "../model/target.rules.ts";
import { pushTargets } from "./plan-facts.usecases.server.ts";
import { PARTS } from "./plan-part.store.server.ts";
import { shownNow } from "./shown-part.queries.server.ts";
import { findTarget, insertTarget, stored } from "./target.store.server.ts";
import { upsertTargetValue } from "./year-value.store.server.ts";

/** A target with its values, its goal, and where it stands. */
export const getTarget = query({
  name: "target.read",
  ...aboutRow("target"),
  async run(permit, { id }) {
    const target = await findTarget(permit, id);
    return target ? ok(stateOf(target)) : notFound("target");
  },
});

export const createTarget = command({
  name: "target.create",
  ...aboutArea("target"),
  input: TargetInput,
  once: true,
  async run(permit, { area: _, ...target }) {
    const possible = await settable(permit, target);
    if (!possible.ok) return possible;
    const id = await insertTarget(permit, target);
    await pushTargets(permit);
    return ok({ id });
  },
});

export const saveTarget = command({
  name: "target.save",
  ...aboutRow("target"),
  input: TargetInput,
  seen: shownNow("target", findTarget, targetValues),
  values: targetValues,
  async run(permit, { area: _, id, ...target }) {
    const possible = await settable(permit, target);
    if (!possible.ok) return possible;
    await changeRow(permit, "planTarget", id, stored(target));
    await pushTargets(permit);
    return ok({ id });
  },
});

async function settable(permit: PlanPermit, target: TargetInput): Promise<Result<undefined>> {
  if (target.goalId && !(await PARTS.isThere(permit, "goal", target.goalId))) return notFound("goal");
  return askOnce(permit, { targetValue: [oddTarget(target) ?? []].flat() });
}

/** Enters or corrects a year's value. One far from what is known is asked about. */
export const enterTargetValue = command({
  name: "target-value.enter",
  ...aboutRow("target"),
  input: TargetValueInput,
  seen: shownNow("target", findTarget, ({ values }) => yearValues(values)),
  values: withYearValue,
  async run(permit, { area: _, id, ...value }) {
    const target = await findTarget(permit, id);
    if (!target) return notFound("target");
    const errors = impossibleTargetValue(target, value, fiscalYearOf(permit.clock.today()));
    if (errors) return invalid(errors);
    const meant = askOnce(permit, { value: [oddTargetValue(target, value) ?? []].flat() });
    if (!meant.ok) return meant;
    await upsertTargetValue(permit, id, value);
    return ok({ id });
  },
});

/** Takes the years over that the profile has of the target's indicator; what was entered by hand stays. */
export const takeTargetValues = command({
  name: "target-value.take",
  ...aboutRow("target"),
  input: TakenValues,
  async run(permit, { id, values }) {
    const target = await findTarget(permit, id);
    if (!target) return notFound("target");
    const thisYear = fiscalYearOf(permit.clock.today());
    for (const value of missingYears(target, values))
      if (!impossibleTargetValue(target, value, thisYear)) await upsertTargetValue(permit, id, value);
    return ok({ id });
  },
});
