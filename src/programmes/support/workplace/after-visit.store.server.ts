import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { SupportPermit } from "../access.ts";
import type { Status } from "../model/request.rules.ts";

/** The day on which the workplace wants to hear again; undefined where it does not, or has heard. */
export async function findReminder(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
): Promise<PlainDate | undefined> {
  const row = await tables(permit)
    .selectFrom("supportReminder")
    .select("remindOn")
    .where("areaId", "=", area)
    .where("requestId", "=", requestId)
    .where("sentAt", "is", null)
    .executeTakeFirst();
  return row?.remindOn;
}

export async function saveReminder(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
  remindOn: PlainDate,
  madeAt: Date,
): Promise<void> {
  const content = { remindOn, madeAt, sentAt: null };
  await tables(permit)
    .insertInto("supportReminder")
    .values({ areaId: area, requestId, ...content })
    .onConflict((conflict) => conflict.columns(["areaId", "requestId"]).doUpdateSet(content))
    .execute();
}

/** Requests in one of these states to be reminded of on or before that day, over all areas in reach. */
export const selectDueReminders = (
  permit: SupportPermit,
  on: PlainDate,
  states: readonly Status[],
  limit: number,
): Promise<{ area: AreaId; requestId: string }[]> =>
  tables(permit)
    .selectFrom("supportReminder as reminder")
    .innerJoin("supportRequest as request", (join) =>
      join.onRef("request.areaId", "=", "reminder.areaId").onRef("request.id", "=", "reminder.requestId"),
    )
    .select(["reminder.areaId as area", "reminder.requestId"])
    .where("reminder.sentAt", "is", null)
    .where("reminder.remindOn", "<=", on)
    .where("request.status", "in", states)
    .limit(limit)
    .execute();

/** False where somebody else has sent it. */
export async function markReminded(
  permit: SupportPermit,
  area: AreaId,
  requestId: string,
  sentAt: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(permit)
    .updateTable("supportReminder")
    .set({ sentAt })
    .where("areaId", "=", area)
    .where("requestId", "=", requestId)
    .where("sentAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
