import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { SearchPermit } from "./access.ts";
import type { Findable, FindableRows, FoundKey } from "./found.schema.ts";
import { findableText } from "./spelling.rules.ts";

/** Any number that no other lock of the house has. */
const LOCK = 650_056;

/** False where another process is at it. It ends with the transaction. */
export async function lockRefresh(permit: SearchPermit): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as held`.execute(
    tables(permit),
  );
  return rows[0]!.held;
}

const declared = (rows: FindableRows) => sql`(${rows as never})`;

/** Things of a kind whose words are not kept yet, or not as they stand now. */
export async function selectChanged(
  permit: SearchPermit,
  kind: string,
  rows: FindableRows,
  limit: number,
): Promise<readonly Findable[]> {
  const found = await sql<Findable>`
    select now.area_id, now.id, now.open, now.words from ${declared(rows)} now
    left join search_thing kept on kept.area_id = now.area_id and kept.kind = ${kind} and kept.id = now.id
    where (kept.open, kept.source) is distinct from (now.open, now.words)
    order by now.area_id, now.id limit ${limit}`.execute(tables(permit));
  return found.rows;
}

export async function upsertThings(
  permit: SearchPermit,
  kind: string,
  things: readonly Findable[],
): Promise<void> {
  const rows = things.map(({ areaId, id, open, words: source }) => {
    return { area_id: areaId, id, open, source, ...findableText(source) };
  });
  await sql`insert into search_thing (area_id, kind, id, open, source, words, grams)
    select area_id, ${kind}, id, open, source, words, grams
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as one (area_id text, id text, open boolean, source text, words text, grams text[])
    on conflict (area_id, kind, id) do update
    set open = excluded.open, source = excluded.source, words = excluded.words, grams = excluded.grams`.execute(
    tables(permit),
  );
}

/** Forgets things of a kind that there are no more. */
export async function deleteGone(permit: SearchPermit, kind: string, rows: FindableRows): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from search_thing kept where kept.kind = ${kind} and not exists (
      select from ${declared(rows)} now where now.area_id = kept.area_id and now.id = kept.id)`.execute(
    tables(permit),
  );
  return Number(numAffectedRows ?? 0);
}

/** Forgets the words of all things, or of kinds that no module declares any more. */
export async function deleteThings(permit: SearchPermit, except: readonly string[]): Promise<void> {
  await sql`delete from search_thing where kind <> all (${[...except]}::text[])`.execute(tables(permit));
}

export type Asked = Readonly<{ asked: readonly string[]; wanted: readonly string[] }>;

/** Keys of what holds all the words, of each kind the likeliest first and no more than `most`. */
export async function selectCandidates(
  permit: SearchPermit,
  { asked, wanted }: Asked,
  kinds: readonly string[],
  most: number,
): Promise<readonly (FoundKey & { kind: string })[]> {
  const { rows } = await sql<FoundKey & { kind: string }>`
    select area_id, kind, id from search_candidates(${[...wanted]}::text[], ${[...asked]}::text[],
      ${[...kinds]}::text[], ${most})`.execute(tables(permit));
  return rows;
}
