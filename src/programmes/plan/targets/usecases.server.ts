import type { Actor } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { isThere } from "../deleting/store.server.ts";
import { tellTargets } from "../facts/usecases.server.ts";
import { oddTarget } from "../rules.ts";
import { TargetInput, TargetValueInput } from "../schema.ts";
import { editPlan } from "../usecases.server.ts";
import { insertTarget, updateTarget, upsertTargetValue } from "./store.server.ts";

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
    if (target.value.goalId && !(await isThere(unit.tx, area, "goal", target.value.goalId)))
      return notFound("goal");
    const ask = oddTarget(target.value);
    if (ask && !confirmed) return ok({ ask });
    const saved = id ?? (newId() as string);
    if (!id) await insertTarget(unit.tx, area, saved, at, target.value);
    else if (!(await updateTarget(unit.tx, area, id, target.value))) return notFound("target");
    await tellTargets(unit, area);
    return ok({ id: saved });
  });
}

export function enterTargetValue(app: App, actor: Actor, area: AreaId, input: unknown) {
  return editPlan(app, actor, area, "target", async (unit, _by, at) => {
    const value = checked(TargetValueInput, input);
    if (!value.ok) return value;
    if (value.value.fiscalYear > fiscalYearOf(unit.clock.today()))
      return invalid({ fiscalYear: ["まだ来ていない年度です。年度を確かめてください。"] });
    if (!(await isThere(unit.tx, area, "target", value.value.targetId))) return notFound("target");
    await upsertTargetValue(unit.tx, area, at, value.value);
    return ok(undefined);
  });
}
