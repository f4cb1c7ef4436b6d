import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { isThere } from "../deleting/store.server.ts";
import { tellTargets } from "../facts/usecases.server.ts";
import { idFromForm } from "../fields/rules.ts";
import { type TargetFields, targetValues } from "../meanwhile/present.ts";
import { unlessOvertaken } from "../meanwhile/usecases.server.ts";
import { oddTarget } from "../rules.ts";
import { TargetInput, TargetValueInput } from "../schema.ts";
import { editPlan } from "../usecases.server.ts";
import { impossibleTargetValue, oddTargetValue } from "./rules.ts";
import { insertTarget, selectTargets, updateTarget, upsertTargetValue } from "./store.server.ts";

export type SavedTarget = Readonly<{ id: string } | { ask: string }>;

/** Makes a target, or changes the one of that id. An odd one is asked about until `confirmed`. */
export function saveTarget(
  app: App,
  actor: Actor,
  area: AreaId,
  input: unknown,
  { id, confirmed = false }: { id?: string | undefined; confirmed?: boolean } = {},
): Promise<Result<SavedTarget>> {
  return editPlan(app, actor, area, "target", async (unit, _by, at): Promise<Result<SavedTarget>> => {
    const target = checked(TargetInput, input);
    if (!target.ok) return target;
    if (target.value.goalId && !(await isThere(unit, area, "goal", target.value.goalId)))
      return notFound("goal");
    if (id) {
      const form = { input, typed: target.value };
      const load = async () => (await selectTargets(unit, area)).find((one) => one.id === id);
      const free = await unlessOvertaken<TargetFields>(unit, area, ["target", id], form, load, targetValues);
      if (!free.ok) return free;
    }
    const ask = oddTarget(target.value);
    if (ask && !confirmed) return ok({ ask });
    const saved = id ?? idFromForm(input);
    if (!id) await insertTarget(unit, area, saved, at, target.value);
    else if (!(await updateTarget(unit, area, id, target.value))) return notFound("target");
    await tellTargets(unit, area);
    return ok({ id: saved });
  });
}

/** Enters or corrects a year's value. One far from what is known is asked about until `confirmed`. */
export function enterTargetValue(
  app: App,
  actor: Actor,
  area: AreaId,
  input: unknown,
  { confirmed = false }: { confirmed?: boolean } = {},
): Promise<Result<SavedTarget>> {
  return editPlan(app, actor, area, "target", async (unit, _by, at): Promise<Result<SavedTarget>> => {
    const value = checked(TargetValueInput, input);
    if (!value.ok) return value;
    const id = value.value.targetId;
    const target = (await selectTargets(unit, area)).find((one) => one.id === id);
    if (!target) return notFound("target");
    const errors = impossibleTargetValue(target, value.value, fiscalYearOf(unit.clock.today()));
    if (errors) return invalid(errors);
    const ask = oddTargetValue(target, value.value);
    if (ask && !confirmed) return ok({ ask });
    await upsertTargetValue(unit, area, newId() as string, at, value.value);
    return ok({ id });
  });
}
