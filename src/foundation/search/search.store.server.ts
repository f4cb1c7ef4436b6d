import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { SearchPermit } from "./access.ts";
import type { Findable, FindableRows, FoundKey } from "./found.schema.ts";
import { findableText } from "./spelling.rules.ts";

/** Any number that no other lock of the house has. */
const LOCK = 650_056;

/** One process at a time; false where another is at it and this one does not wait. It ends with the transaction. */
export async function lockRefresh(permit: SearchPermit, waits: boolean): Promise<boolean> {
  if (waits) await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tables(permit));
  const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as held`.execute(
    tables(permit),
  );
  return rows[0]!.held;
}

/** What is to be written of a kind, or where it is gone, forgotten. */
export type Changed = FoundKey & Readonly<{ open: boolean; words: string; gone: boolean }>;

/**
 * Things of a kind whose words are not kept yet, or not as they stand now, and those that are gone. A full join never reads
 * one side once for each row of the other, which it would for want of statistics.
 */
export async function selectChanged(
  permit: SearchPermit,
  kind: string,
  rows: FindableRows,
  limit: number,
): Promise<readonly Changed[]> {
  const found = await sql<Changed>`
    select area_id, id, now.open, now.words, now.words is null as gone
    from (${rows as never}) now
    full join (select area_id, id, open, source from search_thing where kind = ${kind}) kept using (area_id, id)
    where (kept.open, kept.source) is distinct from (now.open, now.words)
    limit ${limit}`.execute(tables(permit));
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
    select area_id, ${kind}, id, open, source, words,
      array(select search_shelf(${kind}, open) || gram from unnest(grams) gram)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as one (area_id text, id text, open boolean, source text, words text, grams text[])
    on conflict (area_id, kind, id) do update
    set open = excluded.open, source = excluded.source, words = excluded.words, grams = excluded.grams`.execute(
    tables(permit),
  );
}

export async function deleteGone(
  permit: SearchPermit,
  kind: string,
  keys: readonly FoundKey[],
): Promise<void> {
  await sql`delete from search_thing where kind = ${kind} and (area_id, id) in (
    select * from unnest(${keys.map(({ areaId }) => areaId)}::text[], ${keys.map(({ id }) => id)}::text[]))`.execute(
    tables(permit),
  );
}

/** Forgets the words of all things, or of kinds that no module declares any more. */
export async function deleteThings(permit: SearchPermit, except: readonly string[]): Promise<void> {
  await sql`delete from search_thing where kind <> all (${[...except]}::text[])`.execute(tables(permit));
}

export type Asked = Readonly<{ asked: readonly string[]; grams: readonly (readonly string[])[] }>;

/** Keys of what holds all the words, of each kind the likeliest first and no more than `most`. */
export async function selectCandidates(
  permit: SearchPermit,
  { asked, grams }: Asked,
  kinds: readonly string[],
  most: number,
): Promise<readonly (FoundKey & { kind: string })[]> {
  const { rows } = await sql<FoundKey & { kind: string }>`
    select area_id, kind, id from search_candidates(${JSON.stringify(grams)}::jsonb, ${[...asked]}::text[],
      ${[...kinds]}::text[], ${most})`.execute(tables(permit));
  return rows;
}
