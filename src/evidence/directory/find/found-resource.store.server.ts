import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import type { FindableRows } from "#foundation/search/public.ts";
import { tables } from "#platform/db/rows.ts";

/** Everything listed or in draft, by name, reading and who runs it; not by what was written to us of it. */
export const findableResources = (work: Work): FindableRows =>
  tables(work)
    .selectFrom("directoryResource")
    .select([
      "areaId",
      sql<string>`id::text`.as("id"),
      "published as open",
      sql<string>`concat_ws(' ', name, kana, provider)`.as("words"),
    ])
    .where("state", "in", ["listed", "draft"])
    // Offers and whatever else a programme lists are found as what they are there.
    .where("source", "in", ["hand", "import"]) as unknown as FindableRows;
