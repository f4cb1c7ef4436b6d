import type { Insertable } from "kysely";
import type { Finder } from "#foundation/authority/public.ts";
import { changeRow, standingRows } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { CamelTables } from "#platform/db/tables.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { type AreaId, newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { inOrder } from "#platform/lists/in-order.ts";
import { orderOf } from "#platform/lists/list.ts";
import { type PlanPermit, stamp } from "../access.ts";
import { ACTIVITY_LIST, type ActivityQuery } from "../model/activity.present.ts";
import type { Activity, ActivityInput } from "../model/activity.schema.ts";
import type { ActivityKind } from "../model/activity-kinds.schema.ts";

/** What an activity tells, by column. */
const activityColumns = ({ from, to, ...input }: ActivityInput) =>
  ({
    ...input,
    fiscalYear: fiscalYearOf(from),
    heldFrom: from,
    heldTo: to,
  }) satisfies Partial<Insertable<CamelTables["planActivity"]>>;

/** Where an activity comes from: the part of the system, and its key there. */
export type ActivitySource = Readonly<{ source: string; key?: string | undefined }>;

/** Writes an activity, or replaces the one of the same source and key. Returns its id. */
export async function upsertActivity(
  permit: PlanPermit,
  input: ActivityInput,
  { source, key }: ActivitySource,
): Promise<string> {
  const id = newId() as string;
  const { by, at } = stamp(permit);
  const columns = { ...activityColumns(input), deletedAt: null, deletedBy: null };
  const first = {
    areaId: permit.subject.area,
    id,
    source,
    sourceKey: key ?? id,
    enteredBy: by,
    enteredAt: at,
  };
  const row = await tables(permit)
    .insertInto("planActivity")
    .values({ ...columns, ...first })
    .onConflict((held) =>
      held.columns(["areaId", "source", "sourceKey"]).doUpdateSet({ ...columns, changedAt: at }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** What was changed by hand is no longer the import's, and stays where that is taken back. */
export const updateActivity = (permit: PlanPermit, id: string, input: ActivityInput) =>
  changeRow(permit, "planActivity", id, {
    ...activityColumns(input),
    importId: null,
    changedAt: permit.clock.now(),
  });

/** Whether there was such an activity to delete. */
export async function withdrawBySource(
  permit: PlanPermit,
  { source, key }: Readonly<{ source: string; key: string }>,
): Promise<boolean> {
  const held = standingRows(permit, "planActivity").select("id").where("source", "=", source);
  const found = await held.where("sourceKey", "=", key).executeTakeFirst();
  const { by, at } = stamp(permit);
  return found ? changeRow(permit, "planActivity", found.id, { deletedAt: at, deletedBy: by }) : false;
}

const activities = (permit: PlanPermit) =>
  standingRows(permit, "planActivity")
    .select([
      "id",
      "initiativeId",
      "kind",
      "title",
      "fiscalYear",
      "heldFrom as from",
      "heldTo as to",
      "isTotal",
    ])
    .select(["place", "online", "host", "hostOrganisationId", "partners", "sessions", "participants"])
    .select(["men", "women", "workplaces", "fee", "result", "source"])
    .$narrowType<{ kind: ActivityKind; hostOrganisationId: OrganisationId | null }>();

/** Activities: one page of a list and one more. */
export async function selectActivities(permit: PlanPermit, list: ActivityQuery): Promise<Activity[]> {
  const { initiative, year, kind } = list.filter;
  let query = activities(permit);
  if (initiative) query = query.where("initiativeId", "=", initiative);
  if (year) query = query.where("fiscalYear", "=", year);
  if (kind) query = query.where("kind", "=", kind);
  return inOrder(query, orderOf(ACTIVITY_LIST, list.sort), list).execute();
}

export const findActivity = (permit: PlanPermit, id: string): Promise<Activity | undefined> =>
  activities(permit).where("id", "=", id).executeTakeFirst();

/** The organisation that held an activity, as the policy is asked about it. */
export const findHost = (find: Finder, area: AreaId, id: string) =>
  tables(find)
    .selectFrom("planActivity")
    .select("hostOrganisationId as host")
    .$narrowType<{ host: OrganisationId | null }>()
    .where("areaId", "=", area)
    .where("id", "=", id)
    .where("deletedAt", "is", null)
    .executeTakeFirst();

/** The last ones of a kind, to tell whether a new figure is far from them. Yearly totals are no single events. */
export const selectPast = (permit: PlanPermit, kind: ActivityKind, except: string | undefined) =>
  standingRows(permit, "planActivity")
    .select(["sessions", "participants"])
    .where("kind", "=", kind)
    .where("isTotal", "=", false)
    .where("participants", "is not", null)
    .$if(except !== undefined, (query) => query.where("id", "!=", except!))
    .orderBy("heldFrom", "desc")
    .limit(50)
    .execute();
