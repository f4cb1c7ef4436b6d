import { db } from "#platform/db/rows.ts";
import type { FileId } from "#platform/files/attachments.ts";
import { newId } from "#platform/kernel/ids.ts";
import { type PlanPermit, stamp } from "../access.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    plan_activity_file: {
      area_id: string;
      id: string;
      activity_id: string;
      file_id: string;
      name: string;
      added_by: string;
      added_at: Date;
      deleted_at: Date | null;
      deleted_by: string | null;
    };
  }
}

export type ActivityFile = Readonly<{ id: string; fileId: FileId; name: string }>;

/** Those who attach to one activity in the same moment do it one after another. */
export async function holdActivity(permit: PlanPermit, area: string, id: string): Promise<void> {
  await db(permit)
    .selectFrom("plan_activity")
    .select("id")
    .where("area_id", "=", area)
    .where("id", "=", id)
    .forUpdate()
    .execute();
}

export async function insertActivityFile(
  permit: PlanPermit,
  area: string,
  activity: string,
  file: Omit<ActivityFile, "id">,
): Promise<void> {
  const { by, at } = stamp(permit);
  await db(permit)
    .insertInto("plan_activity_file")
    .values({
      area_id: area,
      id: newId() as string,
      activity_id: activity,
      file_id: file.fileId,
      name: file.name,
      added_by: by,
      added_at: at,
      deleted_at: null,
      deleted_by: null,
    })
    .execute();
}

export async function selectActivityFiles(
  permit: PlanPermit,
  area: string,
  activity: string,
): Promise<ActivityFile[]> {
  const rows = await db(permit)
    .selectFrom("plan_activity_file")
    .select(["id", "file_id", "name"])
    .where("area_id", "=", area)
    .where("activity_id", "=", activity)
    .where("deleted_at", "is", null)
    .orderBy("added_at")
    .orderBy("id")
    .execute();
  return rows.map(({ id, file_id, name }) => ({ id, fileId: file_id as FileId, name }));
}
