import { type SqlBool, sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { hoursOf } from "../model/hours.rules.ts";

const MOST = 200;

/** Listed rows that come on certain days of a month: what has a day in a calendar. */
export const selectSessions = async (work: Work, areas: readonly AreaId[]) =>
  (
    await tables(work)
      .selectFrom("directoryResource")
      .select(["areaId", "id", "name", "address", "hours"])
      .where("areaId", "=", sql<AreaId>`any(${[...areas]})`)
      .where("state", "=", "listed")
      .where(sql<SqlBool>`jsonb_path_exists(hours, '$.rows[*].weeks[*]')`)
      .orderBy("name")
      .limit(MOST)
      .execute()
  ).map((row) => ({ ...row, hours: hoursOf(row.hours) }));
