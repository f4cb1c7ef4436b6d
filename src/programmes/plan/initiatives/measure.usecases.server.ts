import { askOnce, command, query } from "#foundation/authority/public.ts";
import { addRow, changeRow } from "#platform/db/area-rows.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { type FieldErrors, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { aboutRow, type PlanPermit } from "../access.ts";
import { selectJointYears } from "../chain/activity-years.store.server.ts";
import { PARTS } from "../chain/plan-part.store.server.ts";
import { shownNow } from "../chain/shown-part.queries.server.ts";
import { upsertMeasureValue } from "../chain/year-value.store.server.ts";
import { MeasureInput, type MeasureSeries, MeasureValueInput } from "../model/initiative.schema.ts";
import { impossibleValue, impossibleWhole, oddValue } from "../model/measure.rules.ts";
import { measureValues, withYearValue, yearValues } from "../model/plan-form.present.ts";
import { selectMeasures } from "./measure.store.server.ts";

/** Adds a measure to an initiative, which the target names. */
export const addMeasure = command({
  name: "measure.create",
  ...aboutRow("initiative"),
  input: MeasureInput,
  once: true,
  async run(permit, { area: _, id: initiativeId, ...measure }) {
    if (!(await PARTS.isThere(permit, "initiative", initiativeId))) return notFound("initiative");
    const held = await selectMeasures(permit, { initiativeId });
    const errors = impossibleWhole(null, measure.partOf, held);
    if (hasAny(errors)) return invalid(errors);
    const position = held.length;
    return ok({ id: await addRow(permit, "planMeasure", { ...measure, initiativeId, position }) });
  },
});

export const saveMeasure = command({
  name: "measure.save",
  ...aboutRow("measure"),
  input: MeasureInput,
  seen: shownNow("measure", async (...of) => (await measureAmong(...of))?.measure, measureValues),
  values: measureValues,
  async run(permit, { area: _, id, ...measure }) {
    const found = await measureAmong(permit, id);
    if (!found) return notFound("measure");
    const errors = impossibleWhole(id, measure.partOf, found.siblings);
    if (hasAny(errors)) return invalid(errors);
    await changeRow(permit, "planMeasure", id, measure);
    return ok({ id });
  },
});

/** Enters or corrects a year's value. One far from those of other years is asked about. */
export const enterMeasureValue = command({
  name: "measure-value.enter",
  ...aboutRow("measure"),
  input: MeasureValueInput,
  seen: shownNow(
    "measure",
    async (...of) => (await measureAmong(...of))?.measure,
    ({ values }) => yearValues(values),
  ),
  values: withYearValue,
  async run(permit, { area: _, id, ...value }) {
    const found = await measureAmong(permit, id);
    if (!found) return notFound("measure");
    const { measure, siblings } = found;
    const errors = impossibleValue(measure, value, siblings, fiscalYearOf(permit.clock.today()));
    if (hasAny(errors)) return invalid(errors);
    const meant = askOnce(permit, { value: [oddValue(measure, value) ?? []].flat() });
    if (!meant.ok) return meant;
    await upsertMeasureValue(permit, id, value);
    return ok({ id });
  },
});

/** A measure and the others of its initiative, which it may be a part of. */
export const getMeasure = query({
  name: "measure.read",
  ...aboutRow("measure"),
  async run(permit, { id }) {
    const found = await measureAmong(permit, id);
    return found ? ok({ ...found, joint: await selectJointYears(permit) }) : notFound("measure");
  },
});

async function measureAmong(permit: PlanPermit, id: string) {
  const all = await selectMeasures(permit, { besides: id });
  const measure: MeasureSeries | undefined = all.find((one) => one.id === id);
  return measure && { measure, siblings: all.filter((one) => one.id !== id) };
}

const hasAny = (errors: FieldErrors): boolean => Object.keys(errors).length > 0;
