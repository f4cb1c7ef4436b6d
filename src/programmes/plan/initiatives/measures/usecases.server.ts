import type { Actor } from "#foundation/actors/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { type FieldErrors, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { planPolicy } from "../../access.ts";
import { isThere } from "../../deleting/store.server.ts";
import { idFromForm } from "../../fields/rules.ts";
import { measureValues } from "../../meanwhile/present.ts";
import { unlessOvertaken } from "../../meanwhile/usecases.server.ts";
import { editPlan } from "../../usecases.server.ts";
import { MeasureInput, type MeasureSeries, MeasureValueInput } from "../schema.ts";
import { impossibleValue, impossibleWhole, oddValue } from "./rules.ts";
import { insertMeasure, selectMeasures, updateMeasure, upsertMeasureValue } from "./store.server.ts";

export function addMeasure(app: App, actor: Actor, area: AreaId, initiativeId: string, input: unknown) {
  return editPlan(app, actor, area, "measure", async (unit): Promise<Result<{ id: string }>> => {
    const measure = checked(MeasureInput, input);
    if (!measure.ok) return measure;
    if (!(await isThere(unit, area, "initiative", initiativeId))) return notFound("initiative");
    const held = await selectMeasures(unit, area, { initiativeId });
    const errors = impossibleWhole(null, measure.value.partOf, held);
    if (hasAny(errors)) return invalid(errors);
    const id = idFromForm(input);
    await insertMeasure(unit, area, id, { ...measure.value, initiativeId, position: held.length });
    return ok({ id });
  });
}

export function saveMeasure(app: App, actor: Actor, area: AreaId, id: string, input: unknown) {
  return editPlan(app, actor, area, "measure", async (unit): Promise<Result<{ id: string }>> => {
    const measure = checked(MeasureInput, input);
    if (!measure.ok) return measure;
    const form = { input, typed: measure.value };
    const load = async () => (await measureAmong(unit, area, id))?.measure;
    const free = await unlessOvertaken<MeasureInput>(unit, area, ["measure", id], form, load, measureValues);
    if (!free.ok) return free;
    const found = await measureAmong(unit, area, id);
    if (!found) return notFound("measure");
    const errors = impossibleWhole(id, measure.value.partOf, found.siblings);
    if (hasAny(errors)) return invalid(errors);
    await updateMeasure(unit, area, id, measure.value);
    return ok({ id });
  });
}

export type EnteredValue = Readonly<{ id: string } | { ask: string }>;

/** Enters or corrects a year's value. One far from those of other years is asked about until `confirmed`. */
export function enterMeasureValue(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  input: unknown,
  { confirmed = false }: { confirmed?: boolean } = {},
): Promise<Result<EnteredValue>> {
  return editPlan(app, actor, area, "measure", async (unit): Promise<Result<EnteredValue>> => {
    const value = checked(MeasureValueInput, input);
    if (!value.ok) return value;
    const found = await measureAmong(unit, area, id);
    if (!found) return notFound("measure");
    const thisYear = fiscalYearOf(unit.clock.today());
    const errors = impossibleValue(found.measure, value.value, found.siblings, thisYear);
    if (hasAny(errors)) return invalid(errors);
    const ask = oddValue(found.measure, value.value);
    if (ask && !confirmed) return ok({ ask });
    await upsertMeasureValue(unit, area, newId() as string, id, value.value);
    return ok({ id });
  });
}

/** A measure and the others of its initiative, which it may be a part of. */
export function getMeasure(app: App, actor: Actor, area: AreaId, id: string): Promise<Result<FoundMeasure>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, planPolicy, "plan.read", { type: "measure", id, area });
    if (!permit.ok) return permit;
    const found = await measureAmong(unit, area, id);
    return found ? ok(found) : notFound("measure");
  });
}

export type FoundMeasure = Readonly<{ measure: MeasureSeries; siblings: readonly MeasureSeries[] }>;

async function measureAmong(unit: Unit, area: AreaId, id: string): Promise<FoundMeasure | undefined> {
  const all = await selectMeasures(unit, area, { besides: id });
  const measure = all.find((one) => one.id === id);
  return measure && { measure, siblings: all.filter((one) => one.id !== id) };
}

const hasAny = (errors: FieldErrors): boolean => Object.keys(errors).length > 0;
