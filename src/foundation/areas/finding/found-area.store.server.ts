import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import type { FindableRows, FoundKey } from "#foundation/search/public.ts";
import { tables } from "#platform/db/rows.ts";

/** All areas of today, by name, reading, slug and codes. */
export const findableAreas = (permit: Work): FindableRows =>
  tables(permit)
    .selectFrom("area")
    .leftJoin("area as prefecture", "prefecture.id", "area.prefectureId")
    .where("area.validTo", "is", null)
    .select([
      "area.id as areaId",
      "area.id as id",
      sql<boolean>`true`.as("open"),
      sql<string>`concat_ws(' ', area.name, area.kana, area.slug, area.code, prefecture.name || area.name)`.as(
        "words",
      ),
    ]) as unknown as FindableRows;

/** All towns, by name with and without their municipality, reading and postcode. */
export const findableTowns = (permit: Work): FindableRows =>
  tables(permit)
    .selectFrom("town")
    .innerJoin("area", "area.id", "town.areaId")
    .select([
      "town.areaId as areaId",
      sql<string>`town.postcode || '-' || town.name`.as("id"),
      sql<boolean>`true`.as("open"),
      sql<string>`concat_ws(' ', town.name, town.kana, town.postcode, area.name || town.name)`.as("words"),
    ]) as unknown as FindableRows;

export const selectTowns = (permit: Work, keys: readonly FoundKey[]) =>
  tables(permit)
    .selectFrom("town")
    .select(["areaId", "postcode", "name"])
    .where(
      sql<boolean>`(area_id, postcode || '-' || name) in (select * from unnest(${keys.map(({ areaId }) => areaId)}::text[],
        ${keys.map(({ id }) => id)}::text[]))`,
    )
    .execute();
