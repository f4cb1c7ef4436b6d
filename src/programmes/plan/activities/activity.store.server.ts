import type { Selectable } from "kysely";
import type { Finder } from "#foundation/authority/public.ts";
import type { Tables } from "#platform/db/database.ts";
import { db } from "#platform/db/rows.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { inOrder } from "#platform/lists/in-order.ts";
import { orderOf } from "#platform/lists/list.ts";
import { type PlanPermit, stamp } from "../access.ts";
import { ACTIVITY_LIST, type ActivityQuery } from "../model/activity.present.ts";
import type { Activity, ActivityInput } from "../model/activity.schema.ts";
import type { ActivityKind } from "../model/activity-kinds.schema.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    plan_activity: {
      area_id: string;
      id: string;
      initiative_id: string | null;
      kind: string;
      title: string;
      fiscal_year: number;
      held_from: string;
      held_to: string;
      is_total: boolean;
      place: string;
      online: boolean;
      host: string;
      host_organisation_id: string | null;
      partners: string;
      sessions: number | null;
      participants: number | null;
      men: number | null;
      women: number | null;
      workplaces: number | null;
      fee: "free" | "paid" | null;
      result: string;
      source: string;
      source_key: string;
      import_id: string | null;
      entered_by: string;
      entered_at: Date;
      changed_at: Date | null;
      deleted_at: Date | null;
      deleted_by: string | null;
    };
  }
}

/** What an activity tells, by column. */
export const activityColumns = (input: ActivityInput) => ({
  initiative_id: input.initiativeId,
  kind: input.kind,
  title: input.title,
  fiscal_year: fiscalYearOf(input.from),
  held_from: input.from,
  held_to: input.to,
  is_total: input.isTotal,
  place: input.place,
  online: input.online,
  host: input.host,
  host_organisation_id: input.hostOrganisationId,
  partners: input.partners,
  sessions: input.sessions,
  participants: input.participants,
  men: input.men,
  women: input.women,
  workplaces: input.workplaces,
  fee: input.fee,
  result: input.result,
});

/** Where an activity comes from: the part of the system, and its key there. */
export type ActivitySource = Readonly<{ source: string; key?: string | undefined }>;

/** Writes an activity, or replaces the one of the same source and key. Returns its id. */
export async function upsertActivity(
  permit: PlanPermit,
  area: string,
  input: ActivityInput,
  { source, key }: ActivitySource,
): Promise<string> {
  const id = newId();
  const { by, at } = stamp(permit);
  const row = await db(permit)
    .insertInto("plan_activity")
    .values({
      ...activityColumns(input),
      area_id: area,
      id,
      source,
      source_key: key ?? id,
      entered_by: by,
      entered_at: at,
      changed_at: null,
      deleted_at: null,
      deleted_by: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["area_id", "source", "source_key"])
        .doUpdateSet({ ...activityColumns(input), changed_at: at, deleted_at: null, deleted_by: null }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function updateActivity(
  permit: PlanPermit,
  area: string,
  id: string,
  input: ActivityInput,
): Promise<void> {
  await db(permit)
    .updateTable("plan_activity")
    // What was changed by hand is no longer the import's, and stays where that is taken back.
    .set({ ...activityColumns(input), import_id: null, changed_at: permit.clock.now() })
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .execute();
}

export async function withdrawBySource(
  permit: PlanPermit,
  area: string,
  { source, key }: Readonly<{ source: string; key: string }>,
): Promise<boolean> {
  const { by, at } = stamp(permit);
  const { numUpdatedRows } = await db(permit)
    .updateTable("plan_activity")
    .set({ deleted_at: at, deleted_by: by })
    .where("area_id", "=", area)
    .where("source", "=", source)
    .where("source_key", "=", key)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Activities: one page of a list and one more. */
export async function selectActivities(
  permit: PlanPermit,
  area: string,
  list: ActivityQuery,
): Promise<Activity[]> {
  const { initiative, year, kind } = list.filter;
  let query = db(permit)
    .selectFrom("plan_activity")
    .selectAll()
    .where("area_id", "=", area)
    .where("deleted_at", "is", null);
  if (initiative) query = query.where("initiative_id", "=", initiative);
  if (year) query = query.where("fiscal_year", "=", year);
  if (kind) query = query.where("kind", "=", kind);
  const rows = await inOrder(query, orderOf(ACTIVITY_LIST, list.sort), list).execute();
  return rows.map(activityOf);
}

/** The organisation that held an activity, as the policy is asked about it. */
export async function findHost(find: Finder, area: string, id: string) {
  const row = await db(find)
    .selectFrom("plan_activity")
    .select("host_organisation_id as host")
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return row && { host: row.host as OrganisationId | null };
}

export async function findActivity(
  permit: PlanPermit,
  area: string,
  id: string,
): Promise<Activity | undefined> {
  const row = await db(permit)
    .selectFrom("plan_activity")
    .selectAll()
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return row && activityOf(row);
}

/** The last ones of a kind, to tell whether a new figure is far from them. Yearly totals are no single events. */
export async function selectPast(
  permit: PlanPermit,
  area: string,
  kind: ActivityKind,
  except: string | undefined,
) {
  let query = db(permit)
    .selectFrom("plan_activity")
    .select(["sessions", "participants"])
    .where("area_id", "=", area)
    .where("kind", "=", kind)
    .where("is_total", "=", false)
    .where("deleted_at", "is", null)
    .where("participants", "is not", null);
  if (except) query = query.where("id", "!=", except);
  return query.orderBy("held_from", "desc").limit(50).execute();
}

const activityOf = (row: Selectable<Tables["plan_activity"]>): Activity => ({
  id: row.id,
  initiativeId: row.initiative_id,
  kind: row.kind as ActivityKind,
  title: row.title,
  fiscalYear: row.fiscal_year,
  from: row.held_from as PlainDate,
  to: row.held_to as PlainDate,
  isTotal: row.is_total,
  place: row.place,
  online: row.online,
  host: row.host,
  hostOrganisationId: row.host_organisation_id as OrganisationId | null,
  partners: row.partners,
  sessions: row.sessions,
  participants: row.participants,
  men: row.men,
  women: row.women,
  workplaces: row.workplaces,
  fee: row.fee,
  result: row.result,
  source: row.source,
});
