import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import type { FindableRows } from "#foundation/search/public.ts";
import { tables } from "#platform/db/rows.ts";

/** All organisations, by name, reading, desk and address. */
export const findableOrganisations = (permit: Work): FindableRows =>
  tables(permit)
    .selectFrom("organisation")
    .select([
      "areaId",
      sql<string>`id::text`.as("id"),
      "published as open",
      sql<string>`concat_ws(' ', name, kana, desk, postal_code, address)`.as("words"),
    ]) as unknown as FindableRows;
