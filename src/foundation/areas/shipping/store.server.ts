import { sql } from "kysely";
import type { Permit } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import type { AreaAction } from "../access.ts";
import type { ShippedAreas } from "./schema.ts";

type AreaPermit = Permit<AreaAction>;

const LOADING_LOCK = 7_361_010;

/** One process loads at a time; held until the transaction ends. */
export async function lockLoading(permit: AreaPermit): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOADING_LOCK})`.execute(db(permit));
}

/** What the loaded list was made of, in a hash; undefined where nothing is loaded. */
export async function selectEdition(permit: AreaPermit): Promise<string | undefined> {
  return (await db(permit).selectFrom("area_data").select("version").executeTakeFirst())?.version;
}

/** Brings the tables to these areas. Areas that are no longer shipped stay, since facts may speak of them. */
export async function replaceAreas(
  permit: AreaPermit,
  shipped: ShippedAreas,
  edition: string,
): Promise<void> {
  const now = permit.clock.now();
  await sql`
    insert into area (id, kind, name, kana, slug, code, county, parent_id, prefecture_id, valid_from, valid_to, source, assumed, words)
    select id, kind, name, kana, slug, code, county, "parentId", "prefectureId", "validFrom", "validTo", source, assumed, words
    from jsonb_to_recordset(${JSON.stringify(shipped.areas)}::jsonb) as shipped(id text, kind text, name text, kana text,
      slug text, code text, county text, "parentId" text, "prefectureId" text, "validFrom" date, "validTo" date, source text,
      assumed boolean, words text)
    on conflict (id) do update set kind = excluded.kind, name = excluded.name, kana = excluded.kana,
      slug = excluded.slug, code = excluded.code, county = excluded.county, parent_id = excluded.parent_id, prefecture_id = excluded.prefecture_id,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to, source = excluded.source,
      assumed = excluded.assumed, words = excluded.words`.execute(db(permit));
  await db(permit).deleteFrom("area_part").execute();
  await sql`
    insert into area_part (area_id, part_id, valid_from, valid_to)
    select "areaId", "partId", "validFrom", "validTo"
    from jsonb_to_recordset(${JSON.stringify(shipped.parts)}::jsonb)
      as shipped("areaId" text, "partId" text, "validFrom" date, "validTo" date)`.execute(db(permit));
  await db(permit)
    .insertInto("area_data")
    .values({ only_one: true, version: edition, loaded_at: now })
    .onConflict((conflict) => conflict.column("only_one").doUpdateSet({ version: edition, loaded_at: now }))
    .execute();
}
