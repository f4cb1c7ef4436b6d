import { type SqlBool, sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";

/** Listed rows with a mailbox that nobody has checked and nobody was asked about since that day. */
export const selectDue = (work: Work, since: PlainDate, limit: number) =>
  tables(work)
    .selectFrom("directoryResource")
    .select(["areaId", "id"])
    .where("state", "=", "listed")
    .where("email", "<>", "")
    .where(sql<SqlBool>`coalesce(checked_on <= ${since}, true) and coalesce(asked_on <= ${since}, true)`)
    .where(
      sql<SqlBool>`(changed_at <= (${since}::date + time '00:00') at time zone 'Asia/Tokyo' or checked_on is not null or asked_on is not null)`,
    )
    .orderBy("areaId")
    .orderBy("id")
    .limit(limit)
    .execute();
