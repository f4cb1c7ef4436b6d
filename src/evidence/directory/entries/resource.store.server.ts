import { type Insertable, type SqlBool, sql, type Updateable } from "kysely";
import { scopeOf } from "#foundation/actors/public.ts";
import type { Finder, Work } from "#foundation/authority/public.ts";
import { foldedName } from "#foundation/organisations/public.ts";
import { anyOf } from "#platform/db/database.ts";
import { tables } from "#platform/db/rows.ts";
import type { CamelTables } from "#platform/db/tables.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { inOrder } from "#platform/lists/in-order.ts";
import { type ListQuery, orderOf } from "#platform/lists/list.ts";
import type { ResourceSubject } from "../access.ts";
import { hoursOf } from "../model/hours.rules.ts";
import type { Resource } from "../model/resource.schema.ts";
import { RESOURCE_LIST, type ResourceFilter } from "./resource-list.present.ts";

type Table = CamelTables["directoryResource"];

const toResource = (row: object): Resource =>
  ({ ...row, hours: hoursOf((row as { hours: unknown }).hours) }) as Resource;

/** JSON is written as text, and a name beside how it is compared. */
const written = <T extends Partial<Record<"hours" | "checks", unknown>> & { name?: unknown }>(fields: T): T =>
  ({
    ...fields,
    ...(typeof fields.name === "string" ? { nameKey: foldedName(fields.name) } : {}),
    ...("hours" in fields ? { hours: JSON.stringify(fields.hours) } : {}),
    ...("checks" in fields ? { checks: JSON.stringify(fields.checks) } : {}),
  }) as T;

export async function findResourceSubject(
  find: Finder,
  { area, id }: Readonly<{ area: AreaId; id: string }>,
): Promise<(ResourceSubject & { id: string }) | undefined> {
  const row = await tables(find)
    .selectFrom("directoryResource")
    .select("organisationId")
    .where("areaId", "=", area)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && { type: "resource", area, id, organisation: row.organisationId as OrganisationId | null };
}

export async function findResource(work: Work, area: AreaId, id: string): Promise<Resource | undefined> {
  const row = await tables(work)
    .selectFrom("directoryResource")
    .selectAll()
    .where("areaId", "=", area)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toResource(row);
}

/** Held until the transaction ends; several in the order of their ids, so that no two wait for each other. */
export async function lockResources(work: Work, area: AreaId, ids: readonly string[]): Promise<Resource[]> {
  const rows = await tables(work)
    .selectFrom("directoryResource")
    .selectAll()
    .where("areaId", "=", area)
    .where("id", "=", anyOf(ids))
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows.map(toResource);
}

export async function selectResources(
  work: Work,
  keys: readonly Readonly<{ areaId: string; id: string }>[],
): Promise<Resource[]> {
  if (keys.length === 0) return [];
  const rows = await tables(work)
    .selectFrom("directoryResource")
    .selectAll()
    .where("id", "=", anyOf(keys.map(({ id }) => id)))
    .where("areaId", "=", sql<AreaId>`any(${[...new Set(keys.map(({ areaId }) => areaId))]})`)
    .execute();
  return rows.map(toResource);
}

/** What the list of staff shows: all of an area but what was merged into another, filtered by what the address asks. */
export async function selectListed(
  work: Work,
  area: AreaId,
  list: ListQuery<ResourceFilter>,
): Promise<Resource[]> {
  const { q, kind, state, stale, reported } = list.filter;
  let query = tables(work).selectFrom("directoryResource").selectAll().where("areaId", "=", area);
  query = state ? query.where("state", "=", state) : query.where("state", "<>", "merged");
  if (reported)
    query = query.where(sql<SqlBool>`exists (select from directory_report report where settled_at is null
      and report.area_id = directory_resource.area_id and report.resource_id = directory_resource.id)`);
  if (kind) query = query.where("kind", "=", kind);
  if (stale) query = query.where(sql<SqlBool>`coalesce(checked_on < ${stale}, true)`);
  if (q)
    query = query.where(
      sql<SqlBool>`(position(yui_folded(${q}) in name_key) > 0 or position(yui_folded(${q}) in yui_folded(provider)) > 0
        or position(${q} in address) > 0)`,
    );
  return (await inOrder(query, orderOf(RESOURCE_LIST, list.sort), list).execute()).map(toResource);
}

type Stamped = "version" | "changedAt" | "changedBy" | "indexed" | "nameKey";

export async function insertResource(
  work: Work,
  row: Omit<Insertable<Table>, Stamped | "hours" | "checks"> & Pick<Resource, "hours" | "checks">,
): Promise<void> {
  await tables(work)
    .insertInto("directoryResource")
    .values({ ...written(row), ...stamp(work) } as never)
    .execute();
}

/** Changes a row and tells harvesters so; a row that is no more listed leaves its tombstone. */
export async function updateResource(
  work: Work,
  { areaId, id, serviceId, state }: Pick<Resource, "areaId" | "id" | "serviceId" | "state">,
  change: Omit<Updateable<Table>, Stamped | "hours" | "checks"> & Partial<Pick<Resource, "hours" | "checks">>,
): Promise<void> {
  await tables(work)
    .updateTable("directoryResource")
    .set(
      (row) => ({ ...(written(change) as object), version: row("version", "+", 1), ...stamp(work) }) as never,
    )
    .where("areaId", "=", areaId)
    .where("id", "=", id)
    .execute();
  const next = change.state ?? state;
  if (next === "listed") await deleteTombstone(work, areaId, id);
  else if (state === "listed")
    await insertTombstone(work, { areaId, id, serviceId, movedTo: change.mergedInto ?? null });
}

const stamp = (work: Work) => ({
  changedAt: work.clock.now(),
  changedBy: scopeOf(work.actor).actor,
  indexed: false,
});

async function insertTombstone(
  work: Work,
  {
    areaId,
    id,
    serviceId,
    movedTo,
  }: { areaId: AreaId; id: string; serviceId: string; movedTo: string | null },
): Promise<void> {
  const gone = { goneAt: work.clock.now(), movedTo };
  await tables(work)
    .insertInto("directoryTombstone")
    .values({ areaId, id, serviceId, ...gone })
    .onConflict((row) => row.columns(["areaId", "id"]).doUpdateSet(gone))
    .execute();
}

async function deleteTombstone(work: Work, areaId: AreaId, id: string): Promise<void> {
  await tables(work)
    .deleteFrom("directoryTombstone")
    .where("areaId", "=", areaId)
    .where("id", "=", id)
    .execute();
}

export const findTombstone = (work: Work, area: AreaId, id: string) =>
  tables(work)
    .selectFrom("directoryTombstone")
    .select(["goneAt", "movedTo"])
    .where("areaId", "=", area)
    .where("id", "=", id)
    .executeTakeFirst();

/** How many rows an area has in each state, and how many of the listed ones nobody has checked since that day. */
export const countStates = async (work: Work, areas: readonly AreaId[], since: string) =>
  (
    await sql<{ areaId: AreaId; listed: number; draft: number; stale: number; reports: number }>`
    select area_id, count(*) filter (where state = 'listed')::int as listed,
      count(*) filter (where state = 'draft')::int as draft,
      count(*) filter (where state = 'listed' and coalesce(checked_on < ${since}, true))::int as stale,
      (select count(*)::int from directory_report report
        where report.area_id = directory_resource.area_id and settled_at is null) as reports
    from directory_resource where area_id = any(${[...areas]}::text[]) group by area_id`.execute(tables(work))
  ).rows;
