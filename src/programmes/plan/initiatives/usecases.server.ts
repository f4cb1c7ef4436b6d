import type { Actor } from "#foundation/actors/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { planPolicy } from "../access.ts";
import { selectActivities } from "../activities/store.server.ts";
import { isThere } from "../deleting/store.server.ts";
import { selectEvaluations } from "../evaluations/store.server.ts";
import { idFromForm } from "../fields/rules.ts";
import { type InitiativeFields, initiativeValues } from "../meanwhile/present.ts";
import { unlessOvertaken } from "../meanwhile/usecases.server.ts";
import { InitiativeInput, type Origin } from "../schema.ts";
import { findGoal } from "../store.server.ts";
import { editPlan } from "../usecases.server.ts";
import { selectMeasures } from "./measures/store.server.ts";
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
  if (goalId && !(await isThere(unit, area, "goal", goalId))) return notFound("goal");
  const id = idFromForm(input);
  await insertInitiative(unit, area, id, unit.clock.now(), initiative.value, origin);
  return ok({ id });
}

export function saveInitiative(app: App, actor: Actor, area: AreaId, id: string, input: unknown) {
  return editPlan(app, actor, area, "initiative", async (unit) => {
    const initiative = checked(InitiativeInput, input);
    if (!initiative.ok) return initiative;
    const { goalId } = initiative.value;
    if (goalId && !(await isThere(unit, area, "goal", goalId))) return notFound("goal");
    const form = { input, typed: initiative.value };
    const load = () => findInitiative(unit, area, id);
    const free = await unlessOvertaken<InitiativeFields>(
      unit,
      area,
      ["initiative", id],
      form,
      load,
      initiativeValues,
    );
    if (!free.ok) return free;
    return (await updateInitiative(unit, area, id, initiative.value)) ? ok({ id }) : notFound("initiative");
  });
}

/** An initiative with all that hangs on it. */
export function getInitiative(app: App, actor: Actor, area: AreaId, id: string) {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, planPolicy, "plan.read", { type: "initiative", id, area });
    if (!permit.ok) return permit;
    const initiative = await findInitiative(unit, area, id);
    if (!initiative) return notFound("initiative");
    const today = unit.clock.today();
    return ok({
      initiative,
      goal: initiative.goalId ? ((await findGoal(unit, area, initiative.goalId)) ?? null) : null,
      tally: (await selectTallies(unit, area, [id], fiscalYearOf(today), today))[0] ?? null,
      activities: await selectActivities(unit, area, { initiativeId: id, limit: ACTIVITIES_SHOWN }),
      evaluations: await selectEvaluations(unit, area, { initiatives: [id] }),
      measures: await selectMeasures(unit, area, { initiativeId: id }),
    });
  });
}
