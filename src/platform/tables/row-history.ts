import { type RawBuilder, sql } from "kysely";
import { db, type RowAccess } from "#platform/db/rows.ts";
import type { ImportBatch, ImportKey } from "./import.ts";
import type { Stamp } from "./table-in.ts";

/**
 * A table whose rows come by imports and can be taken back with them: it has area_id, id, import_id (which import wrote
 * a row last; null where somebody changed it by hand), changed_at, deleted_at and deleted_by.
 */
export type ImportedTable = Readonly<{
  name: string;
  /** What an import writes of a row. */
  written: readonly string[];
  /** What makes a row somebody's own beside a change, of `imported` and `import`. */
  untouched?: RawBuilder<unknown>;
  /** A number of each row that whatever counts rows must hear of when it changes. */
  tells: string;
}>;

/** How many of an import's rows are removed, have their earlier content again, or were deleted singly before. */
export type Standing = Readonly<{ removed: number; reverted: number; gone: number }>;

/** Whether a row was deleted together with the import that had written it. */
export const deletedWithImport = (table: string) => sql`exists (select 1 from import_batch import
  where import.area_id = ${sql.ref(`${table}.area_id`)} and import.id = ${sql.ref(`${table}.import_id`)}
    and import.state = 'withdrawn' and import.state_since = ${sql.ref(`${table}.deleted_at`)})`;

/** A row is what an earlier import had made of it: nothing, where that was taken back meanwhile. */
const goneWith = (earlier: RawBuilder<unknown>, area: string) => sql`select
    case when state = 'withdrawn' then state_since end as deleted_at,
    case when state = 'withdrawn' then state_by end as deleted_by
  from import_batch where area_id = ${area} and id = ${earlier}`;

/** Whoever is changing one of them this moment waits for us to count: it counts as changed, and stays. */
const FREE = sql`for no key update of imported skip locked`;

/** Taking back and bringing back what imports wrote into a table; each tells the numbers of the rows that it touched. */
export function rowHistory({ name, written, untouched = sql`true`, tells }: ImportedTable) {
  const table = sql.table(name);
  const told = sql.ref(tells);
  const columns = sql.join([...written, "import_id", "changed_at"].map((column) => sql.ref(column)));
  const writtenIn = (version: RawBuilder<unknown>) =>
    sql`(${columns}) = (select ${columns} from jsonb_populate_record(null::${table}, ${version}))`;
  const free = sql`imported.deleted_at is null and ${untouched}`;
  const ofImport = sql`import_batch import join ${table} imported
      on imported.area_id = import.area_id and imported.import_id = import.id
    left join import_change former on former.area_id = import.area_id
      and former.import_id = import.id and former.row_id = imported.id`;

  return {
    /** Notes what these rows tell until the import changes them. */
    async noteBefore(access: RowAccess, { areaId, id }: ImportKey, rows: RawBuilder<unknown>): Promise<void> {
      await sql`insert into import_change (area_id, import_id, row_id, before)
        select area_id, ${id}::uuid, id, to_jsonb(${table}) from ${table}
        where area_id = ${areaId} and ${rows}`.execute(db(access));
    },

    /** What becomes of its rows when it is taken back; of one that was taken back, what became of them. */
    async standing(access: RowAccess, { areaId, id, state, stateSince }: ImportBatch): Promise<Standing> {
      const { rows } =
        state === "withdrawn"
          ? await sql<Standing>`select count(*) filter (where deleted_at = ${stateSince})::int as removed,
                count(*) filter (where deleted_at <> ${stateSince})::int as gone,
                (select count(*) from import_change
                  where area_id = ${areaId} and import_id = ${id} and after is not null)::int as reverted
              from ${table} where area_id = ${areaId} and import_id = ${id}`.execute(db(access))
          : await sql<Standing>`select
                count(*) filter (where former.import_id is null and ${free})::int as removed,
                count(*) filter (where imported.deleted_at is not null)::int as gone,
                count(*) filter (where former.import_id is not null and ${free})::int as reverted
              from ${ofImport} where import.area_id = ${areaId} and import.id = ${id}`.execute(db(access));
      return rows[0]!;
    },

    /** Removes what the import added, and lets what it changed be as before. */
    async takeBack(access: RowAccess, { areaId, id }: ImportKey, { by, at }: Stamp): Promise<number[]> {
      const own = (former: RawBuilder<unknown>) => sql`select imported.* from ${ofImport}
        where import.area_id = ${areaId} and import.id = ${id} and ${former} and ${free} ${FREE}`;
      const removed = await sql<{ told: number }>`with own as (${own(sql`former.import_id is null`)}),
        removed as (update ${table} imported set deleted_at = ${at}, deleted_by = ${by}
          from own where imported.area_id = ${areaId} and imported.id = own.id)
        select distinct ${told} as told from own`.execute(db(access));
      const reverted = await sql<{ told: number }>`with own as (${own(sql`former.import_id is not null`)}),
        kept as (update import_change former set after = to_jsonb(own)
          from own where former.area_id = ${areaId} and former.import_id = ${id} and former.row_id = own.id),
        reverted as (update ${table} imported set ${writtenIn(sql`former.before`)},
            (deleted_at, deleted_by) = (${goneWith(sql`(former.before->>'import_id')::uuid`, areaId)})
          from own, import_change former where imported.area_id = ${areaId} and imported.id = own.id
            and former.area_id = ${areaId} and former.import_id = ${id} and former.row_id = own.id
          returning imported.${told})
        select ${told} as told from own union select ${told} from reverted`.execute(db(access));
      return [...removed.rows, ...reverted.rows].map((row) => row.told);
    },

    /** Undoes that, save of rows that were changed since. */
    async bringBack(access: RowAccess, { areaId, id, stateSince }: ImportBatch): Promise<number[]> {
      const added = await sql<{ told: number }>`with added as (
          update ${table} set deleted_at = null, deleted_by = null
          where area_id = ${areaId} and import_id = ${id} and deleted_at = ${stateSince} returning ${told})
        select distinct ${told} as told from added`.execute(db(access));
      const changed = await sql<{ told: number }>`with own as (
          select imported.*, former.after from import_change former join ${table} imported
            on imported.area_id = former.area_id and imported.id = former.row_id
          where former.area_id = ${areaId} and former.import_id = ${id} and former.after is not null
            and imported.deleted_at is not distinct from
              (select deleted_at from (${goneWith(sql`imported.import_id`, areaId)}) earlier)
            and exists (select 1 from jsonb_populate_record(null::${table}, former.before) before
              where before.import_id is not distinct from imported.import_id
                and before.changed_at is not distinct from imported.changed_at)
          ${FREE}),
        changed as (update ${table} imported set ${writtenIn(sql`own.after`)}, deleted_at = null, deleted_by = null
          from own where imported.area_id = ${areaId} and imported.id = own.id returning imported.${told})
        select ${told} as told from own union select ${told} from changed`.execute(db(access));
      await sql`update import_change set after = null
        where area_id = ${areaId} and import_id = ${id} and after is not null`.execute(db(access));
      return [...added.rows, ...changed.rows].map((row) => row.told);
    },
  };
}
