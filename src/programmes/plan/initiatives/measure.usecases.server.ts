import { askOnce, command, query } from "#foundation/authority/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { type FieldErrors, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { aboutRow, type PlanPermit } from "../access.ts";
import { isThere } from "../chain/deleted-row.store.server.ts";
import { shownNow } from "../chain/shown-row.queries.server.ts";
import { MeasureInput, type MeasureSeries, MeasureValueInput } from "../model/initiative.schema.ts";
import { impossibleValue, impossibleWhole, oddValue } from "../model/measure.rules.ts";
import { measureValues } from "../model/plan-form.present.ts";
import { insertMeasure, selectMeasures, updateMeasure, upsertMeasureValue } from "./measure.store.server.ts";

/** Adds a measure to an initiative, which the target names. */
export const addMeasure = command({
  name: "measure.create",
  ...aboutRow("initiative"),
  input: MeasureInput,
  once: true,
  async run(permit, { area, id: initiativeId, ...measure }) {
    if (!(await isThere(permit, area, "initiative", initiativeId))) return notFound("initiative");
    const held = await selectMeasures(permit, area, { initiativeId });
    const errors = impossibleWhole(null, measure.partOf, held);
    if (hasAny(errors)) return invalid(errors);
    const position = held.length;
    return ok({ id: await insertMeasure(permit, area, { ...measure, initiativeId, position }) });
  },
});

export const saveMeasure = command({
  name: "measure.save",
  ...aboutRow("measure"),
  input: MeasureInput,
  seen: shownNow("measure", async (...of) => (await measureAmong(...of))?.measure, measureValues),
  values: measureValues,
  async run(permit, { area, id, ...measure }) {
    const found = await measureAmong(permit, area, id);
    if (!found) return notFound("measure");
    const errors = impossibleWhole(id, measure.partOf, found.siblings);
    if (hasAny(errors)) return invalid(errors);
    await updateMeasure(permit, area, id, measure);
    return ok({ id });
  },
});

/** Enters or corrects a year's value. One far from those of other years is asked about. */
export const enterMeasureValue = command({
  name: "measure-value.enter",
  ...aboutRow("measure"),
  input: MeasureValueInput,
  async run(permit, { area, id, ...value }) {
    const found = await measureAmong(permit, area, id);
    if (!found) return notFound("measure");
    const { measure, siblings } = found;
    const errors = impossibleValue(measure, value, siblings, fiscalYearOf(permit.clock.today()));
    if (hasAny(errors)) return invalid(errors);
    const meant = askOnce(permit, { value: [oddValue(measure, value) ?? []].flat() });
    if (!meant.ok) return meant;
    await upsertMeasureValue(permit, area, id, value);
    return ok({ id });
  },
});

/** A measure and the others of its initiative, which it may be a part of. */
export const getMeasure = query({
  name: "measure.read",
  ...aboutRow("measure"),
  async run(permit, { area, id }) {
    const found = await measureAmong(permit, area, id);
    return found ? ok(found) : notFound("measure");
  },
});

async function measureAmong(permit: PlanPermit, area: AreaId, id: string) {
  const all = await selectMeasures(permit, area, { besides: id });
  const measure: MeasureSeries | undefined = all.find((one) => one.id === id);
  return measure && { measure, siblings: all.filter((one) => one.id !== id) };
}

const hasAny = (errors: FieldErrors): boolean => Object.keys(errors).length > 0;
