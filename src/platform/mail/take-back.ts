import { anyOf } from "#platform/db/database.ts";
import { type RowAccess, tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { HELD_MS, NO_CONTENT } from "./outbox.ts";

/**
 * Takes back what was written about these since then and waits: it never goes out. Nothing where one of them has gone,
 * or is being handed over. Returns whether all of it was taken back.
 */
export async function takeBackMail(
  access: RowAccess,
  area: string,
  about: readonly string[],
  since: Date,
): Promise<boolean> {
  const rows = await tables(access)
    .selectFrom("mailOutbox")
    .select(["id", "sentAt", "attempts", "digestId", "nextAttemptAt", "writtenAt"])
    .where("areaId", "=", area as AreaId)
    .where("about", "=", anyOf(about, "text"))
    .where("writtenAt", ">=", since)
    .forUpdate()
    .execute();
  const untouched = (row: (typeof rows)[number]) =>
    !row.sentAt &&
    !row.digestId &&
    row.attempts === 0 &&
    row.nextAttemptAt.getTime() <= row.writtenAt.getTime() + HELD_MS;
  if (!rows.every(untouched)) return false;
  if (rows.length > 0)
    await tables(access)
      .updateTable("mailOutbox")
      .set({ way: "unwanted", ...NO_CONTENT })
      .where("areaId", "=", area as AreaId)
      .where("id", "=", anyOf(rows.map(({ id }) => id)))
      .execute();
  return true;
}
