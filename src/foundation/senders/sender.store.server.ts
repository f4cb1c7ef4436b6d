import type { Permit } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";

export async function addCount(
  permit: Permit,
  about: string,
  senderHash: string,
  day: PlainDate,
): Promise<number> {
  const { times } = await tables(permit)
    .insertInto("senderCount")
    .values({ areaId: permit.subject.area, day, about, senderHash, times: 1 })
    .onConflict((row) =>
      row
        .columns(["areaId", "day", "about", "senderHash"])
        .doUpdateSet((now) => ({ times: now("senderCount.times", "+", 1) })),
    )
    .returning("times")
    .executeTakeFirstOrThrow();
  return times;
}

export async function forgetCounts(permit: Permit, before: PlainDate): Promise<void> {
  await tables(permit)
    .deleteFrom("senderCount")
    .where("areaId", "=", permit.subject.area)
    .where("day", "<", before)
    .execute();
}
