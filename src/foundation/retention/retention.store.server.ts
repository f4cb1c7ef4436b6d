import { sql } from "kysely";
import type { Permit } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import type { OutdatedRows } from "./retention.rules.ts";
import type { Dependence } from "./retention.schema.ts";

/** The foreign keys of the database. */
export async function selectDependences(permit: Permit): Promise<Dependence[]> {
  const { rows } = await sql<Dependence>`
    select child.relname as child, parent.relname as parent, con.confdeltype = 'c' as cascades,
      (select array_agg(a.attname::text order by k.n) from unnest(con.conkey) with ordinality as k (num, n)
        join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.num) as columns,
      (select array_agg(a.attname::text order by k.n) from unnest(con.confkey) with ordinality as k (num, n)
        join pg_attribute a on a.attrelid = con.confrelid and a.attnum = k.num) as keys
    from pg_constraint con join pg_class child on child.oid = con.conrelid join pg_class parent on parent.oid = con.confrelid
    where con.contype = 'f' and con.conparentid = 0 order by child.relname, con.conname`.execute(db(permit));
  return rows;
}

const conditionAt = (condition: string, cutoff: Date) =>
  sql.join(
    condition.split("$1").map((text) => sql.raw(text)),
    sql`${cutoff}`,
  );

export async function countOutdatedRows(
  permit: Permit,
  { table, condition }: OutdatedRows,
  cutoff: Date,
): Promise<number> {
  const { rows } = await sql<{ rows: string }>`
    select count(*) as rows from ${sql.table(table)} where ${conditionAt(condition, cutoff)}`.execute(
    db(permit),
  );
  return Number(rows[0]!.rows);
}

/** Deletes the rows, or empties columns of them. Returns how many. */
export async function purgeRows(
  permit: Permit,
  { table, condition, clear }: OutdatedRows,
  cutoff: Date,
): Promise<number> {
  const where = conditionAt(condition, cutoff);
  const emptied = Object.entries(clear ?? {}).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const statement = clear
    ? sql`update ${sql.table(table)} set ${sql.join(emptied)} where ${where}`
    : sql`delete from ${sql.table(table)} where ${where}`;
  const { numAffectedRows } = await statement.execute(db(permit));
  return Number(numAffectedRows ?? 0);
}
