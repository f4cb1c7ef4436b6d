import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { SupportPermit } from "../access.ts";
import type { RequestId } from "../model/request.schema.ts";
import type { Attached } from "../model/request-file.schema.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    support_file: {
      area_id: AreaId;
      id: string;
      request_id: RequestId;
      name: string;
      bytes: number;
      added_at: Date;
      added_by: string;
      by_workplace: boolean;
      removed_at: Date | null;
    };
  }
}

export async function insertAttached(
  permit: SupportPermit,
  area: AreaId,
  requestId: RequestId,
  { id, name, bytes, addedAt, byWorkplace, by }: Attached & Readonly<{ by: string }>,
): Promise<void> {
  await db(permit)
    .insertInto("support_file")
    .values({
      area_id: area,
      id,
      request_id: requestId,
      name,
      bytes,
      added_at: addedAt,
      added_by: by,
      by_workplace: byWorkplace,
      removed_at: null,
    })
    .execute();
}

/** The files that a request has, in the order in which they came. */
export async function selectAttached(
  permit: SupportPermit,
  area: AreaId,
  requestId: RequestId,
): Promise<Attached[]> {
  return db(permit)
    .selectFrom("support_file")
    .select(["id", "name", "bytes", "added_at as addedAt", "by_workplace as byWorkplace"])
    .where("area_id", "=", area)
    .where("request_id", "=", requestId)
    .where("removed_at", "is", null)
    .orderBy("added_at")
    .orderBy("id")
    .execute();
}

/** Whether a file is of that request, or was. */
export async function wasAttached(
  permit: SupportPermit,
  area: AreaId,
  requestId: RequestId,
  id: string,
): Promise<boolean> {
  const row = await db(permit)
    .selectFrom("support_file")
    .select("id")
    .where("area_id", "=", area)
    .where("request_id", "=", requestId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

export async function markRemoved(permit: SupportPermit, area: AreaId, id: string, at: Date): Promise<void> {
  await db(permit)
    .updateTable("support_file")
    .set({ removed_at: at })
    .where("area_id", "=", area)
    .where("id", "=", id)
    .execute();
}
