import type { Permit } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";

export type SenderSums = Readonly<{ times: number; bytes: number }>;
type Sender = Readonly<{ about: string; senderHash: string; day: PlainDate }>;

export const addCount = (permit: Permit, sender: Sender, more: SenderSums): Promise<SenderSums> =>
  tables(permit)
    .insertInto("senderCount")
    .values({ areaId: permit.subject.area, ...sender, ...more })
    .onConflict((row) =>
      row.columns(["areaId", "day", "about", "senderHash"]).doUpdateSet((now) => ({
        times: now("senderCount.times", "+", more.times),
        bytes: now("senderCount.bytes", "+", more.bytes),
      })),
    )
    .returning(["times", "bytes"])
    .executeTakeFirstOrThrow();

export async function forgetCounts(permit: Permit, before: PlainDate): Promise<void> {
  await tables(permit)
    .deleteFrom("senderCount")
    .where("areaId", "=", permit.subject.area)
    .where("day", "<", before)
    .execute();
}
