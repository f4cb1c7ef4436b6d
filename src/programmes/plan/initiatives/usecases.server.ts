import { act, authorise, type Unit } from "#foundation/audit/public.ts";
import type { Actor } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { planPolicy } from "../access.ts";
import { selectActivities } from "../activities/store.server.ts";
import { isThere } from "../deleting/store.server.ts";
import { selectEvaluations } from "../evaluations/store.server.ts";
import { InitiativeInput, type Origin } from "../schema.ts";
import { editPlan } from "../usecases.server.ts";
import { insertMeasure, selectMeasures, upsertMeasureValue } from "./measures/store.server.ts";
import { findInitiative, insertInitiative, updateInitiative } from "./store.server.ts";
import { selectTallies } from "./tallies/store.server.ts";

const ACTIVITIES_SHOWN = 20;

export function createInitiative(
  app: App,
  actor: Actor,
  area: AreaId,
  input: unknown,
  origin: Origin | null = null,
): Promise<Result<{ id: string }>> {
  return editPlan(app, actor, area, "initiative", (unit) => addInitiative(unit, area, input, origin));
}

/** Within another module's use-case that has its own permission. */
export async function addInitiative(
  unit: Unit,
  area: AreaId,
  input: unknown,
  origin: Origin | null,
): Promise<Result<{ id: string }>> {
  const initiative = checked(InitiativeInput, input);
  if (!initiative.ok) return initiative;
  const { goalId } = initiative.value;
  if (goalId && !(await isThere(unit.tx, area, "goal", goalId))) return notFound("goal");
  const id = newId() as string;
  await insertInitiative(unit.tx, area, id, unit.clock.now(), initiative.value, origin);
  return ok({ id });
}

export function saveInitiative(app: App, actor: Actor, area: AreaId, id: string, input: unknown) {
  return editPlan(app, actor, area, "initiative", async (unit) => {
    const initiative = checked(InitiativeInput, input);
    if (!initiative.ok) return initiative;
    const { goalId } = initiative.value;
    if (goalId && !(await isThere(unit.tx, area, "goal", goalId))) return notFound("goal");
    return (await updateInitiative(unit.tx, area, id, initiative.value))
      ? ok({ id })
      : notFound("initiative");
  });
}

/** An initiative with all that hangs on it. */
export function getInitiative(app: App, actor: Actor, area: AreaId, id: string) {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, planPolicy, "plan.read", { type: "initiative", id, area });
    if (!permit.ok) return permit;
    const initiative = await findInitiative(unit.tx, area, id);
    if (!initiative) return notFound("initiative");
    const today = unit.clock.today();
    return ok({
      initiative,
      tally: (await selectTallies(unit.tx, area, [id], fiscalYearOf(today), today))[0] ?? null,
      activities: await selectActivities(unit.tx, area, { initiativeId: id, limit: ACTIVITIES_SHOWN }),
      evaluations: await selectEvaluations(unit.tx, area, { initiatives: [id] }),
      measures: await selectMeasures(unit.tx, area, id),
    });
  });
}

/** An output or outcome measure of an initiative and its values by fiscal year. `partOf` names a measure it is a part of. */
export type MeasureInput = Readonly<{
  initiativeId: string;
  kind: "output" | "outcome";
  name: string;
  unit: string;
  partOf?: string;
  source: string;
  values: readonly (readonly [fiscalYear: number, value: number])[];
}>;

export function addMeasure(app: App, actor: Actor, area: AreaId, input: MeasureInput) {
  return editPlan(app, actor, area, "initiative", async (unit) => {
    if (!(await isThere(unit.tx, area, "initiative", input.initiativeId))) return notFound("initiative");
    const held = await selectMeasures(unit.tx, area, input.initiativeId);
    const whole = held.find((measure) => measure.id === input.partOf);
    if (input.partOf && !whole) return notFound("measure");
    for (const [year, value] of input.values) {
      const most = whole?.values.find((one) => one.fiscalYear === year)?.value;
      if (most !== undefined && value > most)
        return invalid({ value: [`内訳（${value}）が全体（${most}）より大きくなっています。`] });
    }
    const id = newId() as string;
    const { initiativeId, kind, name, unit: counted, partOf = null } = input;
    await insertMeasure(unit.tx, area, id, {
      initiativeId,
      kind,
      name,
      unit: counted,
      partOf,
      position: held.length,
    });
    for (const [year, value] of input.values)
      await upsertMeasureValue(unit.tx, area, id, year, value, input.source);
    return ok({ id });
  });
}

export function enterMeasureValue(
  app: App,
  actor: Actor,
  area: AreaId,
  {
    measureId,
    fiscalYear,
    value,
    source,
  }: { measureId: string; fiscalYear: number; value: number; source: string },
) {
  return editPlan(app, actor, area, "initiative", async (unit) => {
    if (!Number.isFinite(value) || value < 0) return invalid({ value: ["0以上の数で書いてください。"] });
    const measures = await selectMeasures(unit.tx, area);
    if (!measures.some((measure) => measure.id === measureId)) return notFound("measure");
    await upsertMeasureValue(unit.tx, area, measureId, fiscalYear, value, source);
    return ok(undefined);
  });
}
