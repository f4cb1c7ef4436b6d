import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import { hoursOf } from "../model/hours.rules.ts";
import type { Resource } from "../model/resource.schema.ts";
import type { indexedRow } from "./index.rules.ts";

/** Rows whose search words are not as they stand. */
export async function selectUnindexed(work: Work, limit: number): Promise<Resource[]> {
  const rows = await tables(work)
    .selectFrom("directoryResource")
    .selectAll()
    .where("indexed", "=", false)
    .orderBy("areaId")
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => ({ ...row, hours: hoursOf(row.hours) }) as unknown as Resource);
}

type Key = Pick<Resource, "areaId" | "id">;
export type IndexRow = Readonly<Key & ReturnType<typeof indexedRow>>;

/** Writes what the search reads of these rows, forgets the others, and notes that both are done. */
export async function writeIndex(work: Work, kept: readonly IndexRow[], gone: readonly Key[]): Promise<void> {
  const rows = kept.map(({ areaId, ...row }) => ({ area_id: areaId, ...row }));
  await sql`insert into directory_index (area_id, id, tokens, sort_key, name, kind, hours, latitude, longitude, until)
    select area_id, id, tokens, sort_key, name, kind, hours, latitude, longitude, until
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one (area_id text, id uuid, tokens text[], sort_key text,
      name text, kind text, hours jsonb, latitude double precision, longitude double precision, until date)
    on conflict (area_id, id) do update set tokens = excluded.tokens, sort_key = excluded.sort_key, name = excluded.name,
      kind = excluded.kind, hours = excluded.hours, latitude = excluded.latitude, longitude = excluded.longitude,
      until = excluded.until`.execute(tables(work));
  const keysOf = (all: readonly Key[]) => sql`select * from unnest(
    ${all.map(({ areaId }) => areaId)}::text[], ${all.map(({ id }) => id)}::uuid[])`;
  await sql`delete from directory_index where (area_id, id) in (${keysOf(gone)})`.execute(tables(work));
  await sql`update directory_resource set indexed = true where (area_id, id) in (${keysOf([...kept, ...gone])})`.execute(
    tables(work),
  );
}
