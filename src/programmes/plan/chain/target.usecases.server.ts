import { askOnce, command, query } from "#foundation/authority/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { aboutArea, aboutRow, type PlanPermit } from "../access.ts";
import { oddTarget, stateOf } from "../model/plan.rules.ts";
import { TargetInput, TargetValueInput } from "../model/plan.schema.ts";
import { targetValues } from "../model/plan-form.present.ts";
import { impossibleTargetValue, oddTargetValue } from "../model/target.rules.ts";
import { isThere } from "./deleted-row.store.server.ts";
import { pushTargets } from "./plan-facts.usecases.server.ts";
import { shownNow } from "./shown-row.queries.server.ts";
import { findTarget, insertTarget, updateTarget, upsertTargetValue } from "./target.store.server.ts";

/** A target with its values, its goal, and where it stands. */
export const getTarget = query({
  name: "target.read",
  ...aboutRow("target"),
  async run(permit, { area, id }) {
    const target = await findTarget(permit, area, id);
    return target ? ok(stateOf(target)) : notFound("target");
  },
});

export const createTarget = command({
  name: "target.create",
  ...aboutArea("target"),
  input: TargetInput,
  once: true,
  async run(permit, { area, ...target }) {
    const possible = await settable(permit, area, target);
    if (!possible.ok) return possible;
    const id = await insertTarget(permit, area, target);
    await pushTargets(permit, area);
    return ok({ id });
  },
});

export const saveTarget = command({
  name: "target.save",
  ...aboutRow("target"),
  input: TargetInput,
  seen: shownNow("target", findTarget, targetValues),
  values: targetValues,
  async run(permit, { area, id, ...target }) {
    const possible = await settable(permit, area, target);
    if (!possible.ok) return possible;
    await updateTarget(permit, area, id, target);
    await pushTargets(permit, area);
    return ok({ id });
  },
});

async function settable(permit: PlanPermit, area: AreaId, target: TargetInput): Promise<Result<undefined>> {
  if (target.goalId && !(await isThere(permit, area, "goal", target.goalId))) return notFound("goal");
  return askOnce(permit, { targetValue: [oddTarget(target) ?? []].flat() });
}

/** Enters or corrects a year's value. One far from what is known is asked about. */
export const enterTargetValue = command({
  name: "target-value.enter",
  ...aboutRow("target"),
  input: TargetValueInput,
  async run(permit, { area, id, ...value }) {
    const target = await findTarget(permit, area, id);
    if (!target) return notFound("target");
    const errors = impossibleTargetValue(target, value, fiscalYearOf(permit.clock.today()));
    if (errors) return invalid(errors);
    const meant = askOnce(permit, { value: [oddTargetValue(target, value) ?? []].flat() });
    if (!meant.ok) return meant;
    await upsertTargetValue(permit, area, id, value);
    return ok({ id });
  },
});
