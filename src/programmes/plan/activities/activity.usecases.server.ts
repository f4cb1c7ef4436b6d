import { z } from "zod";
import { also, askOnce, command, type Finder, query, type Work } from "#foundation/authority/public.ts";
import { listOrganisations } from "#foundation/organisations/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { forbidden, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { listTarget, pageOf } from "#platform/lists/list.ts";
import { aboutArea, aboutRow, type PlanPermit, type PlanSubject, planPolicy, stamp } from "../access.ts";
import { selectYears, selectYearsOf, selectYearTable } from "../chain/activity-years.store.server.ts";
import { pushActivityCounts } from "../chain/plan-facts.usecases.server.ts";
import { PARTS } from "../chain/plan-part.store.server.ts";
import { shownNow } from "../chain/shown-part.queries.server.ts";
import { ACTIVITY_LIST, formValuesOf } from "../model/activity.present.ts";
import { impossible, oddities } from "../model/activity.rules.ts";
import {
  type ActivityInput,
  EnteredActivity,
  type PushedActivity,
  SavedActivity,
} from "../model/activity.schema.ts";
import {
  findActivity,
  findHost,
  selectActivities,
  selectPast,
  updateActivity,
  upsertActivity,
  withdrawBySource,
} from "./activity.store.server.ts";
import { attachToActivity } from "./activity-attachment.usecases.server.ts";
import { selectActivityFiles } from "./activity-file.store.server.ts";

const ORGANISATIONS_KNOWN = 300;

/** Who may enter an activity and change it hangs on the organisation that held it. */
async function aboutActivity(
  find: Finder,
  { area, id }: Readonly<{ area: AreaId; id: string }>,
): Promise<PlanSubject | undefined> {
  const held = await findHost(find, area, id);
  return held && { type: "activity", id, area, host: held.host };
}

/** For the declaration of what is done to one activity. */
export const ofActivity = { ...aboutRow("activity"), subject: aboutActivity };

/**
 * Enters an activity. `organisation` is that for which a member enters it; the secretariat enters for any, which is
 * known by its name.
 */
export const enterActivity = command({
  name: "activity.enter",
  policy: planPolicy,
  target: z.object({ area: areaId, organisation: rowId<OrganisationId>().nullable().default(null) }),
  subject: (_find, { area, organisation }): PlanSubject => ({ type: "activity", area, host: organisation }),
  takesFiles: true,
  input: EnteredActivity,
  async run(permit, { area: _, organisation, once, file, ...told }) {
    const hostOrganisationId = organisation ?? (await organisationNamed(permit, told.host));
    const activity: ActivityInput = { ...told, hostOrganisationId };
    const possible = await enterable(permit, activity);
    if (!possible.ok) return possible;
    const key = once === undefined ? undefined : `${stamp(permit).by}:${once}`;
    // The same form sent with another day moves the activity.
    const before = key === undefined ? [] : await selectYearsOf(permit, { source: "page", key });
    const id = await upsertActivity(permit, activity, { source: "page", key });
    await pushActivityCounts(permit, [...before, fiscalYearOf(activity.from)]);
    const attached = await attachToActivity(permit, id, file);
    return attached.ok ? ok({ id }) : attached;
  },
});

/** Changes what an activity tells. The organisation that it belongs to stays. */
export const saveActivity = command({
  name: "activity.save",
  ...ofActivity,
  input: SavedActivity,
  seen: shownNow("activity", findActivity, formValuesOf),
  values: formValuesOf,
  async run(permit, { area: _, id, ...told }) {
    const held = await findActivity(permit, id);
    if (!held) return notFound("activity");
    const { hostOrganisationId, isTotal } = held;
    const activity: ActivityInput = { ...told, hostOrganisationId, isTotal };
    const possible = await enterable(permit, activity, id);
    if (!possible.ok) return possible;
    await updateActivity(permit, id, activity);
    await pushActivityCounts(permit, [held.fiscalYear, fiscalYearOf(activity.from)]);
    return ok({ id });
  },
});

async function organisationNamed(permit: PlanPermit, name: string) {
  const register = await listOrganisations(permit, { area: permit.subject.area, limit: ORGANISATIONS_KNOWN });
  return register.find((one) => one.name === name)?.id ?? null;
}

async function enterable(
  permit: PlanPermit,
  activity: ActivityInput,
  except?: string,
): Promise<Result<undefined>> {
  const errors = impossible(activity, permit.clock.today());
  if (Object.keys(errors).length > 0) return invalid(errors);
  const { initiativeId, isTotal, kind } = activity;
  if (initiativeId && !(await PARTS.isThere(permit, "initiative", initiativeId)))
    return notFound("initiative");
  const questions = isTotal ? [] : oddities(activity, await selectPast(permit, kind, except));
  return askOnce(permit, { participants: questions });
}

/**
 * Counts what another module knows was done (a lecture that was given), in that module's own transaction. The same
 * source and key count once; a later call corrects it.
 */
export async function recordActivity(
  work: Work,
  area: AreaId,
  { source, sourceKey: key, ...pushed }: PushedActivity,
): Promise<Result<{ id: string }>> {
  if (source === "page" || source === "csv") return forbidden("source is taken");
  const asked = await also(work, planPolicy, "activity.record", { type: "activity", area });
  if (!asked.ok) return asked;
  const permit = asked.value;
  // An initiative that was deleted since must not keep a visit from being reported: it counts, tied to none.
  const { initiativeId } = pushed;
  const known = initiativeId && (await PARTS.isThere(permit, "initiative", initiativeId));
  const activity: ActivityInput = { ...pushed, initiativeId: known ? initiativeId : null, isTotal: false };
  const errors = impossible(activity, permit.clock.today());
  if (Object.keys(errors).length > 0) return invalid(errors);
  const before = await selectYearsOf(permit, { source, key });
  const id = await upsertActivity(permit, activity, { source, key });
  await pushActivityCounts(permit, [...before, fiscalYearOf(activity.from)]);
  return ok({ id });
}

/** Takes back what recordActivity counted, if it did: the lecture was not given after all. */
export async function withdrawActivity(
  work: Work,
  area: AreaId,
  source: string,
  key: string,
): Promise<Result<undefined>> {
  const asked = await also(work, planPolicy, "activity.withdraw", { type: "activity", area });
  if (!asked.ok) return asked;
  const permit = asked.value;
  if (await withdrawBySource(permit, { source, key }))
    await pushActivityCounts(permit, await selectYearsOf(permit, { source, key }));
  return ok(undefined);
}

/** The list of an area's activities. */
export const listActivities = query({
  name: "activity.list",
  ...aboutArea("activity", { list: listTarget(ACTIVITY_LIST) }),
  async run(permit, { list }) {
    const page = pageOf(ACTIVITY_LIST, list, await selectActivities(permit, list));
    return ok({ page, years: await selectYears(permit) });
  },
});

/** An activity with the names of its files. */
export const getActivity = query({
  name: "activity.read",
  ...aboutRow("activity"),
  async run(permit, { id }) {
    const activity = await findActivity(permit, id);
    if (!activity) return notFound("activity");
    const files = await selectActivityFiles(permit, id);
    return ok({ activity, files: files.map(({ id, name, state }) => ({ id, name, state })) });
  },
});

/** Sessions and participants by fiscal year and kind. */
export const yearTable = query({
  name: "activity.count",
  ...aboutArea("activity", { from: z.number(), to: z.number() }),
  run: async (permit, years) => ok(await selectYearTable(permit, years, permit.clock.today())),
});
