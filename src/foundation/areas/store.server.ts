import { type SqlBool, sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { AREA_KINDS, type Area, type AreaKind } from "./schema.ts";

interface AreaTable {
  id: AreaId;
  kind: AreaKind;
  name: string;
  kana: string | null;
  slug: string;
  code: string | null;
  county: string | null;
  parent_id: AreaId | null;
  prefecture_id: AreaId | null;
  valid_from: PlainDate | null;
  valid_to: PlainDate | null;
  source: string;
  assumed: boolean;
  words: string;
}

interface AreaPartTable {
  area_id: AreaId;
  part_id: AreaId;
  valid_from: PlainDate | null;
  valid_to: PlainDate | null;
}

interface AreaDataTable {
  only_one: boolean;
  version: string;
  loaded_at: Date;
}

declare module "#platform/db/database.ts" {
  interface Tables {
    area: AreaTable;
    area_part: AreaPartTable;
    area_data: AreaDataTable;
  }
}

const toArea = (row: AreaTable): Area => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  kana: row.kana,
  slug: row.slug,
  code: row.code,
  county: row.county,
  parentId: row.parent_id,
  prefectureId: row.prefecture_id,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  source: row.source,
  assumed: row.assumed,
});

export async function selectAreas(permit: Work, ids: readonly AreaId[]): Promise<Area[]> {
  if (ids.length === 0) return [];
  const rows = await db(permit)
    .selectFrom("area")
    .selectAll()
    .where("id", "in", [...ids])
    .orderBy("id")
    .execute();
  return rows.map(toArea);
}

/** Every area with all by which it may be named. */
export async function selectAreasWithWords(permit: Work): Promise<(Area & { words: string })[]> {
  const rows = await db(permit).selectFrom("area").selectAll().orderBy("id").execute();
  return rows.map((row) => ({ ...toArea(row), words: row.words }));
}

export async function selectAreaBySlug(permit: Work, slug: string): Promise<Area | undefined> {
  const row = await db(permit).selectFrom("area").selectAll().where("slug", "=", slug).executeTakeFirst();
  return row && toArea(row);
}

export type AreaFilter = Readonly<{
  /** Normalised words; areas that hold them in a name come after those that begin so and those named so. */
  words?: string | undefined;
  kind?: AreaKind | undefined;
  prefecture?: AreaId | undefined;
  limit: number;
}>;

export async function selectAreasLike(permit: Work, filter: AreaFilter): Promise<Area[]> {
  let query = db(permit).selectFrom("area").selectAll();
  if (filter.kind) query = query.where("kind", "=", filter.kind);
  if (filter.prefecture) query = query.where("prefecture_id", "=", filter.prefecture);
  if (filter.words) {
    const words = filter.words;
    query = query
      .where(sql<SqlBool>`position(${words} in words) > 0`)
      .orderBy(
        sql`case when position(${`|${words}|`} in words) > 0 then 0 when position(${`|${words}`} in words) > 0 then 1 else 2 end`,
      );
  }
  const rows = await query
    .orderBy(sql`valid_to is not null`)
    .orderBy(sql`array_position(${[...AREA_KINDS]}::text[], kind)`)
    .orderBy("id")
    .limit(filter.limit)
    .execute();
  return rows.map(toArea);
}

/** The areas above, nearest first: city of a ward, prefecture, nation. */
export async function selectAncestors(permit: Work, id: AreaId): Promise<Area[]> {
  const { rows } = await sql<AreaTable>`
    with recursive above as (
      select parent_id, 1 as step from area where id = ${id}
      union all
      select area.parent_id, step + 1 from above join area on area.id = above.parent_id
    )
    select area.* from above join area on area.id = above.parent_id order by step`.execute(db(permit));
  return rows.map(toArea);
}

/** How the territory of an area lies to another's. */
export type Relation = "equal" | "within" | "containing" | "overlapping";

/**
 * Every area that shares territory with this one, and how it lies to it, on that day; without a day, by what has
 * not ended.
 */
export async function selectRelated(
  permit: Work,
  id: AreaId,
  on: PlainDate | undefined,
): Promise<(Area & { relation: Relation })[]> {
  const lives = (table: string) =>
    on === undefined
      ? sql`${sql.ref(`${table}.valid_to`)} is null`
      : sql`coalesce(${sql.ref(`${table}.valid_from`)} <= ${on}, true) and coalesce(${sql.ref(`${table}.valid_to`)} >= ${on}, true)`;
  const { rows } = await sql<AreaTable & { shared: number; whole: number; mine: number }>`
    with mine as materialized (
      select part_id from area_part mine where mine.area_id = ${id} and ${lives("mine")}
    ), shared as (
      select part.area_id, count(*) as parts from mine join area_part part using (part_id)
      where ${lives("part")} and part.area_id <> ${id}
      group by part.area_id
    ), whole as (
      select part.area_id, count(*) as parts from area_part part join shared using (area_id)
      where ${lives("part")}
      group by part.area_id
    )
    select area.*, shared.parts as shared, whole.parts as whole, (select count(*) from mine) as mine
    from shared join whole using (area_id) join area on area.id = shared.area_id
    where ${lives("area")}
    order by area.id`.execute(db(permit));
  return rows.map((row) => ({ ...toArea(row), relation: relationOf(row) }));
}

function relationOf({ shared, whole, mine }: { shared: number; whole: number; mine: number }): Relation {
  if (shared === whole) return shared === mine ? "equal" : "within";
  return shared === mine ? "containing" : "overlapping";
}

/** The ids of all areas that ever shared territory with one of these, themselves included. */
export async function selectReach(permit: Work, ids: readonly AreaId[]): Promise<AreaId[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ area_id: AreaId }>`
    select distinct other.area_id
    from area_part mine join area_part other using (part_id)
    where mine.area_id = any (${[...ids]}::text[])
    order by other.area_id`.execute(db(permit));
  return rows.map((row) => row.area_id);
}

/** Areas whose every part is a part of one of these. */
export async function selectInside(permit: Work, ids: readonly AreaId[]): Promise<AreaId[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ area_id: AreaId }>`
    with mine as (select distinct part_id from area_part where area_id = any (${[...ids]}::text[])),
      met as (select distinct area_id from area_part join mine using (part_id))
    select area_id from met
    where not exists (
      select from area_part other where other.area_id = met.area_id
        and not exists (select from mine where mine.part_id = other.part_id))
    order by area_id`.execute(db(permit));
  return rows.map((row) => row.area_id);
}

/** The names of the municipalities of each of these areas, a city of which all wards belong named once. */
export async function selectMemberNames(
  permit: Work,
  ids: readonly AreaId[],
): Promise<Map<AreaId, string[]>> {
  const { rows } = await sql<{ area_id: AreaId; name: string }>`
    select area_id, name from (
      select own.area_id, part.id,
        case when part.kind = 'ward' and count(*) over (partition by own.area_id, part.kind, part.parent_id)
          = (select count(*) from area ward where ward.parent_id = part.parent_id and ward.valid_to is null)
        then city.name else part.name end as name
      from area_part own join area part on part.id = own.part_id join area city on city.id = part.parent_id
      where own.area_id = any (${[...ids]}::text[]) and own.valid_to is null
    ) members group by area_id, name order by area_id, min(id)`.execute(db(permit));
  const grouped = Map.groupBy(rows, (row) => row.area_id);
  return new Map([...grouped].map(([id, members]) => [id, members.map((member) => member.name)]));
}
