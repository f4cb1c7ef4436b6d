import { addRow, standingRows } from "#platform/db/area-rows.ts";
import { type FileId, type StoredFile, withStates } from "#platform/files/attachments.ts";
import { type PlanPermit, stamp } from "../access.ts";

export const insertActivityFile = (
  permit: PlanPermit,
  activityId: string,
  { id: fileId, name }: Pick<StoredFile, "id" | "name">,
) => {
  const { by: addedBy, at: addedAt } = stamp(permit);
  return addRow(permit, "planActivityFile", { activityId, fileId, name, addedBy, addedAt });
};

export async function selectActivityFiles(permit: PlanPermit, activityId: string) {
  const rows = await standingRows(permit, "planActivityFile")
    .select(["id", "fileId", "name"])
    .$narrowType<{ fileId: FileId }>()
    .where("activityId", "=", activityId)
    .orderBy("addedAt")
    .orderBy("id")
    .execute();
  return withStates(permit, permit.subject.area, rows, ({ fileId }) => fileId);
}
