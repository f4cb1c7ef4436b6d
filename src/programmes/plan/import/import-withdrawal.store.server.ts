import { type RawBuilder, sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import { type PlanPermit, stamp } from "../access.ts";
import type { HeldImport, Standing } from "./import-withdrawal.schema.ts";

const IMPORT = sql`id, file_name as "fileName", first_year as "firstYear", last_year as "lastYear", added, changed,
  imported_by as "by", imported_at as "at", deleted_at as "deletedAt", deleted_by as "deletedBy"`;

/** The last imports of an area, from after that one on. */
export async function selectImports(
  permit: PlanPermit,
  area: string,
  { after, limit }: Readonly<{ after: string | undefined; limit: number }>,
): Promise<HeldImport[]> {
  const seen = after
    ? sql`and (imported_at, id) < (select imported_at, id from plan_activity_import
        where area_id = ${area} and id = ${after})`
    : sql``;
  const { rows } = await sql<HeldImport>`select ${IMPORT} from plan_activity_import
    where area_id = ${area} ${seen} order by imported_at desc, id desc limit ${limit}`.execute(db(permit));
  return rows;
}

export async function findImport(
  permit: PlanPermit,
  area: string,
  id: string,
): Promise<HeldImport | undefined> {
  const { rows } = await sql<HeldImport>`select ${IMPORT} from plan_activity_import
    where area_id = ${area} and id = ${id}`.execute(db(permit));
  return rows[0];
}

/** An activity which is as the import left it, and which nobody gave a file since. */
const UNTOUCHED = sql`activity.deleted_at is null and not exists (select 1 from plan_activity_file file
  where file.area_id = activity.area_id and file.activity_id = activity.id and file.deleted_at is null
    and file.added_at >= import.imported_at)`;
const OF_IMPORT = sql`plan_activity_import import join plan_activity activity
    on activity.area_id = import.area_id and activity.import_id = import.id
  left join plan_activity_import_change former on former.area_id = import.area_id
    and former.import_id = import.id and former.activity_id = activity.id`;

/** What becomes of its activities when it is taken back; of one that was taken back, what became of them. */
export async function selectStanding(
  permit: PlanPermit,
  area: string,
  { id, deletedAt }: HeldImport,
): Promise<Standing> {
  const { rows } = deletedAt
    ? await sql<Standing>`select count(*) filter (where deleted_at = ${deletedAt})::int as removed,
          count(*) filter (where deleted_at <> ${deletedAt})::int as gone,
          (select count(*) from plan_activity_import_change
            where area_id = ${area} and import_id = ${id} and after is not null)::int as reverted
        from plan_activity where area_id = ${area} and import_id = ${id}`.execute(db(permit))
    : await sql<Standing>`select
          count(*) filter (where former.import_id is null and ${UNTOUCHED})::int as removed,
          count(*) filter (where activity.deleted_at is not null)::int as gone,
          count(*) filter (where former.import_id is not null and ${UNTOUCHED})::int as reverted
        from ${OF_IMPORT} where import.area_id = ${area} and import.id = ${id}`.execute(db(permit));
  return rows[0]!;
}

/** What an import writes of an activity, and which import wrote it when. */
const WRITTEN = sql.raw(
  "kind, title, fiscal_year, held_from, held_to, is_total, place, host, sessions, participants, men, women, workplaces, result, import_id, changed_at",
);
const writtenIn = (version: RawBuilder<unknown>) =>
  sql`(${WRITTEN}) = (select ${WRITTEN} from jsonb_populate_record(null::plan_activity, ${version}))`;
/** An activity is what an earlier import had made of it: nothing, where that was taken back meanwhile. */
const goneWith = (earlier: RawBuilder<unknown>, area: string) =>
  sql`select deleted_at, deleted_by from plan_activity_import where area_id = ${area} and id = ${earlier}`;
/** Whoever is changing one of them this moment waits for us to count: it counts as changed, and stays. */
const FREE = sql`for no key update of activity skip locked`;

/** Removes what the import added, and lets what it changed be as before; the fiscal years that this touches. */
export async function takeBack(permit: PlanPermit, area: string, id: string): Promise<number[]> {
  const { by, at } = stamp(permit);
  const own = (former: RawBuilder<unknown>) => sql`select activity.* from ${OF_IMPORT}
    where import.area_id = ${area} and import.id = ${id} and ${former} and ${UNTOUCHED} ${FREE}`;
  const removed = await sql<{ year: number }>`with own as (${own(sql`former.import_id is null`)}),
    removed as (update plan_activity activity set deleted_at = ${at}, deleted_by = ${by}
      from own where activity.area_id = ${area} and activity.id = own.id)
    select distinct fiscal_year as year from own`.execute(db(permit));
  const reverted = await sql<{ year: number }>`with own as (${own(sql`former.import_id is not null`)}),
    kept as (update plan_activity_import_change former set after = to_jsonb(own)
      from own where former.area_id = ${area} and former.import_id = ${id} and former.activity_id = own.id),
    reverted as (update plan_activity activity set ${writtenIn(sql`former.before`)},
        (deleted_at, deleted_by) = (${goneWith(sql`(former.before->>'import_id')::uuid`, area)})
      from own, plan_activity_import_change former where activity.area_id = ${area} and activity.id = own.id
        and former.area_id = ${area} and former.import_id = ${id} and former.activity_id = own.id
      returning activity.fiscal_year)
    select fiscal_year as year from own union select fiscal_year from reverted`.execute(db(permit));
  await sql`update plan_activity_import set deleted_at = ${at}, deleted_by = ${by}
    where area_id = ${area} and id = ${id}`.execute(db(permit));
  return [...removed.rows, ...reverted.rows].map(({ year }) => year);
}

/** Undoes that, save of activities that were changed since; the fiscal years that this touches. */
export async function bringBack(
  permit: PlanPermit,
  area: string,
  { id, deletedAt }: Pick<HeldImport, "id" | "deletedAt">,
): Promise<number[]> {
  const added = await sql<{ year: number }>`with added as (
      update plan_activity set deleted_at = null, deleted_by = null
      where area_id = ${area} and import_id = ${id} and deleted_at = ${deletedAt} returning fiscal_year)
    select distinct fiscal_year as year from added`.execute(db(permit));
  const changed = await sql<{ year: number }>`with own as (
      select activity.*, former.after from plan_activity_import_change former join plan_activity activity
        on activity.area_id = former.area_id and activity.id = former.activity_id
      where former.area_id = ${area} and former.import_id = ${id} and former.after is not null
        and activity.deleted_at is not distinct from
          (select deleted_at from (${goneWith(sql`activity.import_id`, area)}) earlier)
        and exists (select 1 from jsonb_populate_record(null::plan_activity, former.before) before
          where before.import_id is not distinct from activity.import_id
            and before.changed_at is not distinct from activity.changed_at)
      ${FREE}),
    changed as (update plan_activity activity set ${writtenIn(sql`own.after`)}, deleted_at = null, deleted_by = null
      from own where activity.area_id = ${area} and activity.id = own.id returning activity.fiscal_year)
    select fiscal_year as year from own union select fiscal_year from changed`.execute(db(permit));
  await sql`update plan_activity_import_change set after = null
    where area_id = ${area} and import_id = ${id} and after is not null`.execute(db(permit));
  await sql`update plan_activity_import set deleted_at = null, deleted_by = null
    where area_id = ${area} and id = ${id}`.execute(db(permit));
  return [...added.rows, ...changed.rows].map(({ year }) => year);
}
