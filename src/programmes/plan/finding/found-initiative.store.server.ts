import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import type { FindableRows, FoundKey } from "#foundation/search/public.ts";
import { tables } from "#platform/db/rows.ts";

const initiatives = (permit: Work) =>
  tables(permit).selectFrom("planInitiative").where("planInitiative.deletedAt", "is", null);

/** All initiatives that stand, by title, audience and who works on them. */
export const findableInitiatives = (permit: Work): FindableRows =>
  initiatives(permit).select([
    "areaId",
    sql<string>`id::text`.as("id"),
    sql<boolean>`false`.as("open"),
    sql<string>`concat_ws(' ', title, audience, (select string_agg(name, ' ' order by position)
      from plan_initiative_organisation one
      where one.area_id = plan_initiative.area_id and one.initiative_id = plan_initiative.id))`.as("words"),
  ]) as unknown as FindableRows;

export const selectFoundInitiatives = (permit: Work, keys: readonly FoundKey[]) =>
  initiatives(permit)
    .select(["areaId", "id", "title", "audience"])
    .where(
      "id",
      "in",
      keys.map(({ id }) => id),
    )
    .execute();

/** What areas have published of their initiatives. */
export const findablePublished = (permit: Work): FindableRows =>
  tables(permit)
    .selectFrom("planLibraryEntry")
    .select([
      "areaId",
      sql<string>`initiative_id::text`.as("id"),
      sql<boolean>`true`.as("open"),
      "title as words",
    ]) as unknown as FindableRows;

export const selectFoundPublished = (permit: Work, keys: readonly FoundKey[]) =>
  tables(permit)
    .selectFrom("planLibraryEntry")
    .select(["areaId", "initiativeId as id", "title"])
    .where(
      "initiativeId",
      "in",
      keys.map(({ id }) => id),
    )
    .execute();
