import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import type { FindableRows, FoundKey } from "#foundation/search/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { Round } from "../model/award.schema.ts";

/** Rounds by their name and that of their scheme; a draft is for the secretariat. */
export const findableRounds = (permit: Work): FindableRows =>
  tables(permit)
    .selectFrom("awardRound")
    .select([
      "areaId",
      sql<string>`id::text`.as("id"),
      sql<boolean>`state <> 'draft'`.as("open"),
      sql<string>`concat_ws(' ', title, body ->> 'title')`.as("words"),
    ]) as unknown as FindableRows;

/** Rounds with what their policy is asked about. */
export const selectFoundRounds = (permit: Work, keys: readonly FoundKey[]) =>
  tables(permit)
    .selectFrom("awardRound")
    .select(["areaId", "id", "title", "state", "closesOn"])
    .$narrowType<Pick<Round, "state">>()
    .where(
      "id",
      "in",
      keys.map(({ id }) => id),
    )
    .execute();
