import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { SupportPermit } from "../access.ts";
import type { Status } from "../model/request.rules.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    support_reminder: {
      area_id: AreaId;
      request_id: string;
      remind_on: PlainDate;
      made_at: Date;
      sent_at: Date | null;
    };
  }
}

/** The day on which the workplace wants to hear again; undefined where it does not, or has heard. */
export async function findReminder(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
): Promise<PlainDate | undefined> {
  const row = await db(permit)
    .selectFrom("support_reminder")
    .select("remind_on")
    .where("area_id", "=", area)
    .where("request_id", "=", requestId)
    .where("sent_at", "is", null)
    .executeTakeFirst();
  return row?.remind_on;
}

export async function saveReminder(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
  on: PlainDate,
  at: Date,
): Promise<void> {
  const content = { remind_on: on, made_at: at, sent_at: null };
  await db(permit)
    .insertInto("support_reminder")
    .values({ area_id: area, request_id: requestId, ...content })
    .onConflict((conflict) => conflict.columns(["area_id", "request_id"]).doUpdateSet(content))
    .execute();
}

/** Requests in one of these states to be reminded of on or before that day, over all areas in reach. */
export async function selectDueReminders(
  permit: SupportPermit,
  on: PlainDate,
  states: readonly Status[],
  limit: number,
): Promise<{ area: AreaId; requestId: string }[]> {
  const rows = await db(permit)
    .selectFrom("support_reminder as reminder")
    .innerJoin("support_request as request", (join) =>
      join.onRef("request.area_id", "=", "reminder.area_id").onRef("request.id", "=", "reminder.request_id"),
    )
    .select(["reminder.area_id", "reminder.request_id"])
    .where("reminder.sent_at", "is", null)
    .where("reminder.remind_on", "<=", on)
    .where("request.status", "in", [...states])
    .limit(limit)
    .execute();
  return rows.map((row) => ({ area: row.area_id, requestId: row.request_id }));
}

/** False where somebody else has sent it. */
export async function markReminded(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db(permit)
    .updateTable("support_reminder")
    .set({ sent_at: at })
    .where("area_id", "=", area)
    .where("request_id", "=", requestId)
    .where("sent_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
