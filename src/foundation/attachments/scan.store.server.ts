import type { Permit } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

/** Files that wait for the scanner, those that came last first: somebody waits for them. */
export const selectWaiting = (permit: Permit, limit: number) =>
  tables(permit)
    .selectFrom("storedFile")
    .select(["areaId as area", "id"])
    .where("scan", "=", "waiting")
    .orderBy("storedAt", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();

/** A file that waits, held against another process; undefined where one looks at it already, or has. */
export const lockWaiting = (permit: Permit, area: AreaId, id: string) =>
  tables(permit)
    .selectFrom("storedFile")
    .select(["name", "storedBy", "storedAt", "tell"])
    .where("areaId", "=", area)
    .where("id", "=", id)
    .where("scan", "=", "waiting")
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

/** The content, a piece after the other. */
export async function* contentPieces(permit: Permit, area: AreaId, id: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position += 1) {
    const row = await tables(permit)
      .selectFrom("storedFilePiece")
      .select("content")
      .where("areaId", "=", area)
      .where("fileId", "=", id)
      .where("position", "=", position)
      .executeTakeFirst();
    if (!row) return;
    yield row.content;
  }
}

/** What the scanner said. Of what it found something in, the content is deleted. */
export async function updateScan(permit: Permit, area: AreaId, id: string, found: string | undefined) {
  const scannedAt = permit.clock.now();
  await tables(permit)
    .updateTable("storedFile")
    .set({ scan: found ? "infected" : "clean", scannedAt, found: found ?? null, tell: null })
    .where("areaId", "=", area)
    .where("id", "=", id)
    .execute();
  if (found)
    await tables(permit)
      .deleteFrom("storedFilePiece")
      .where("areaId", "=", area)
      .where("fileId", "=", id)
      .execute();
}
