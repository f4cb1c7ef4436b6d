import type { Work } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { plainDateIn } from "#platform/kernel/plain-date.ts";

/** What readers noticed of a row and nobody has looked at yet. */
export const selectReports = async (work: Work, area: AreaId, resource: string) =>
  (
    await tables(work)
      .selectFrom("directoryReport")
      .select(["id", "words", "madeAt"])
      .where("areaId", "=", area)
      .where("resourceId", "=", resource)
      .where("settledAt", "is", null)
      .orderBy("madeAt")
      .execute()
  ).map(({ madeAt, ...one }) => ({ ...one, on: plainDateIn(madeAt, "Asia/Tokyo") }));

export async function insertReport(
  work: Work,
  areaId: AreaId,
  resourceId: string,
  words: string,
): Promise<void> {
  await tables(work)
    .insertInto("directoryReport")
    .values({ areaId, id: newId() as string, resourceId, words, madeAt: work.clock.now(), settledBy: "" })
    .execute();
}

export async function settleReport(
  work: Work,
  area: AreaId,
  id: string,
  settledBy: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(work)
    .updateTable("directoryReport")
    .set({ settledAt: work.clock.now(), settledBy })
    .where("areaId", "=", area)
    .where("id", "=", id)
    .where("settledAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
