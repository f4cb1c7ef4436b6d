import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { SupportPermit } from "../access.ts";

/** Counts requests of a sender and bytes attached, and gives the sums of today. */
export const countSender = (
  permit: SupportPermit,
  area: AreaId,
  senderHash: string,
  day: PlainDate,
  more: Readonly<{ requests: number; bytes: number }>,
): Promise<{ requests: number; bytes: number }> =>
  tables(permit)
    .insertInto("supportSender")
    .values({ areaId: area, senderHash, day, ...more })
    .onConflict((conflict) =>
      conflict.columns(["areaId", "senderHash", "day"]).doUpdateSet((row) => ({
        requests: row("supportSender.requests", "+", more.requests),
        bytes: row("supportSender.bytes", "+", more.bytes),
      })),
    )
    .returning(["requests", "bytes"])
    .executeTakeFirstOrThrow();

/** Whether it is kept how often somebody asked before that day. */
export async function hasSendersBefore(permit: SupportPermit, before: PlainDate): Promise<boolean> {
  const old = tables(permit).selectFrom("supportSender").select("day").where("day", "<", before).limit(1);
  return (await old.executeTakeFirst()) !== undefined;
}

/** Forgets how often senders asked before that day. */
export async function forgetSenders(permit: SupportPermit, before: PlainDate): Promise<void> {
  await tables(permit).deleteFrom("supportSender").where("day", "<", before).execute();
}
