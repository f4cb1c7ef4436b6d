import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { forbidden, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { planPolicy } from "../access.ts";
import { isThere } from "../deleting/store.server.ts";
import { tellActivities } from "../facts/usecases.server.ts";
import { unlessOvertaken } from "../meanwhile/usecases.server.ts";
import { type ActivityFile, selectActivityFiles } from "./files/store.server.ts";
import { formValuesOf } from "./present.ts";
import { impossible, oddities } from "./rules.ts";
import { type Activity, ActivityInput, type PushedActivity, type YearCell } from "./schema.ts";
import {
  type ActivityFilter,
  findActivity,
  selectActivities,
  selectPast,
  updateActivity,
  upsertActivity,
  withdrawBySource,
} from "./store.server.ts";
import { selectYears, selectYearsOf, selectYearTable } from "./years/store.server.ts";

const ACTIVITIES_A_PAGE = 50;

export type Recorded = Readonly<{ id: string } | { ask: readonly string[] }>;

/**
 * Enters an activity. `onceKey` makes a second send of the same form the same activity; figures far from past ones
 * are asked about until `confirmed`.
 */
export function enterActivity(
  app: App,
  actor: Actor,
  area: AreaId,
  input: unknown,
  { confirmed = false, onceKey }: { confirmed?: boolean; onceKey?: string | undefined } = {},
): Promise<Result<Recorded>> {
  return act(app, actor, async (unit): Promise<Result<Recorded>> => {
    const activity = checked(ActivityInput, input);
    if (!activity.ok) return activity;
    const host = activity.value.hostOrganisationId as OrganisationId | null;
    const permit = await authorise(unit, planPolicy, "activity.record", { type: "activity", area, host });
    if (!permit.ok) return permit;
    const ask = await questions(unit, area, activity.value, undefined);
    if (!ask.ok) return ask;
    if (ask.value.length > 0 && !confirmed) return ok({ ask: ask.value });
    const by = scopeOf(actor).actor;
    const key = onceKey === undefined ? {} : { key: `${by}:${onceKey}` };
    const source = { source: "page", by, at: unit.clock.now(), ...key };
    // The same form sent with another day moves the activity.
    const before =
      "key" in source ? await selectYearsOf(unit, area, { source: "page", key: source.key }) : [];
    const id = await upsertActivity(unit, area, activity.value, source);
    await tellActivities(unit, area, [...before, fiscalYearOf(activity.value.from)]);
    return ok({ id });
  });
}

export function saveActivity(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  input: unknown,
  { confirmed = false }: { confirmed?: boolean } = {},
): Promise<Result<Recorded>> {
  return act(app, actor, async (unit): Promise<Result<Recorded>> => {
    const held = await findActivity(unit, area, id);
    if (!held) return notFound("activity");
    const host = held.hostOrganisationId as OrganisationId | null;
    const permit = await authorise(unit, planPolicy, "activity.record", { type: "activity", id, area, host });
    if (!permit.ok) return permit;
    const activity = checked(ActivityInput, input);
    if (!activity.ok) return activity;
    // Who may enter for one organisation may not hand the activity to another.
    if (activity.value.hostOrganisationId !== held.hostOrganisationId) {
      const other = activity.value.hostOrganisationId as OrganisationId | null;
      const also = await authorise(unit, planPolicy, "activity.record", {
        type: "activity",
        id,
        area,
        host: other,
      });
      if (!also.ok) return also;
    }
    const form = { input, typed: activity.value };
    const load = () => findActivity(unit, area, id);
    const free = await unlessOvertaken<ActivityInput>(unit, area, ["activity", id], form, load, formValuesOf);
    if (!free.ok) return free;
    const ask = await questions(unit, area, activity.value, id);
    if (!ask.ok) return ask;
    if (ask.value.length > 0 && !confirmed) return ok({ ask: ask.value });
    // Somebody else may have moved it since it was read.
    const before = await selectYearsOf(unit, area, { id });
    if (!(await updateActivity(unit, area, id, activity.value, unit.clock.now())))
      return notFound("activity");
    await tellActivities(unit, area, [...before, fiscalYearOf(activity.value.from)]);
    return ok({ id });
  });
}

async function questions(
  unit: Unit,
  area: AreaId,
  activity: ActivityInput,
  except: string | undefined,
): Promise<Result<string[]>> {
  const errors = impossible(activity, unit.clock.today());
  if (Object.keys(errors).length > 0) return invalid(errors);
  if (activity.initiativeId && !(await isThere(unit, area, "initiative", activity.initiativeId)))
    return notFound("initiative");
  if (activity.isTotal) return ok([]);
  return ok(oddities(activity, await selectPast(unit, area, activity.kind, except)));
}

/**
 * Counts what another module knows was done (a lecture that was given), in that module's own transaction and on its
 * own permission. The same source and key count once; a later call corrects it.
 */
export async function recordActivity(
  unit: Unit,
  area: AreaId,
  { source, sourceKey, ...pushed }: PushedActivity,
): Promise<Result<{ id: string }>> {
  if (source === "page" || source === "csv") return forbidden("source is taken");
  // An initiative that was deleted since must not keep a visit from being reported: it counts, tied to none.
  const { initiativeId } = pushed;
  const known = initiativeId && (await isThere(unit, area, "initiative", initiativeId));
  const activity: ActivityInput = { ...pushed, initiativeId: known ? initiativeId : null, isTotal: false };
  const errors = impossible(activity, unit.clock.today());
  if (Object.keys(errors).length > 0) return invalid(errors);
  const by = scopeOf(unit.actor).actor;
  const before = await selectYearsOf(unit, area, { source, key: sourceKey });
  const id = await upsertActivity(unit, area, activity, {
    source,
    key: sourceKey,
    by,
    at: unit.clock.now(),
  });
  await tellActivities(unit, area, [...before, fiscalYearOf(activity.from)]);
  return ok({ id });
}

/** Takes back what recordActivity counted: the lecture was not given after all. */
export async function withdrawActivity(
  unit: Unit,
  area: AreaId,
  source: string,
  sourceKey: string,
): Promise<boolean> {
  const by = scopeOf(unit.actor).actor;
  const at = unit.clock.now();
  const withdrawn = await withdrawBySource(unit, area, { source, key: sourceKey, by, at });
  if (withdrawn)
    await tellActivities(unit, area, await selectYearsOf(unit, area, { source, key: sourceKey }));
  return withdrawn;
}

export function listActivities(
  app: App,
  actor: Actor,
  area: AreaId,
  filter: Omit<ActivityFilter, "limit">,
): Promise<Result<Readonly<{ activities: Activity[]; after: string | undefined; years: number[] }>>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, planPolicy, "plan.read", { type: "activity", area });
    if (!permit.ok) return permit;
    const found = await selectActivities(unit, area, { ...filter, limit: ACTIVITIES_A_PAGE + 1 });
    const activities = found.slice(0, ACTIVITIES_A_PAGE);
    const after = found.length > ACTIVITIES_A_PAGE ? activities.at(-1)!.id : undefined;
    return ok({ activities, after, years: await selectYears(unit, area) });
  });
}

/** An activity with the names of its files. */
export function getActivity(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
): Promise<Result<Activity & Readonly<{ files: readonly ActivityFile[] }>>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, planPolicy, "plan.read", { type: "activity", id, area });
    if (!permit.ok) return permit;
    const activity = await findActivity(unit, area, id);
    if (!activity) return notFound("activity");
    return ok({ ...activity, files: await selectActivityFiles(unit, area, id) });
  });
}

export function yearTable(
  app: App,
  actor: Actor,
  area: AreaId,
  years: Readonly<{ from: number; to: number }>,
): Promise<Result<YearCell[]>> {
  return act(app, actor, async (unit) => {
    const permit = await authorise(unit, planPolicy, "plan.read", { type: "activity", area });
    return permit.ok ? ok(await selectYearTable(unit, area, years, unit.clock.today())) : permit;
  });
}
