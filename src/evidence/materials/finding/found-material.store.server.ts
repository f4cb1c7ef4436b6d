import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import type { FindableRows, FoundKey } from "#foundation/search/public.ts";
import { tables } from "#platform/db/rows.ts";

/** All materials that are not deleted, by title, owner and note. */
export const findableMaterials = (permit: Work): FindableRows =>
  tables(permit)
    .selectFrom("material")
    .select([
      "areaId",
      sql<string>`id::text`.as("id"),
      "published as open",
      sql<string>`concat_ws(' ', title, owner, note)`.as("words"),
    ])
    .where("deletedAt", "is", null) as unknown as FindableRows;

export const selectFoundMaterials = (permit: Work, keys: readonly FoundKey[]) =>
  tables(permit)
    .selectFrom("material")
    .select(["areaId", "id", "title", "kind", "owner", "published"])
    .where(
      "id",
      "in",
      keys.map(({ id }) => id),
    )
    .where("deletedAt", "is", null)
    .execute();
