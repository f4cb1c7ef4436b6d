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

/** The pictures of the activities of a fiscal year that may be opened. */
export async function selectPictures(permit: PlanPermit, year: number) {
  const rows = await standingRows(permit, "planActivityFile")
    .innerJoin("planActivity", (join) =>
      join
        .onRef("planActivity.id", "=", "planActivityFile.activityId")
        .onRef("planActivity.areaId", "=", "planActivityFile.areaId"),
    )
    .select(["planActivityFile.id", "planActivityFile.fileId", "planActivityFile.activityId"])
    .select(["planActivity.title", "planActivity.place", "planActivity.heldFrom"])
    .$narrowType<{ fileId: FileId }>()
    .where("planActivity.deletedAt", "is", null)
    .where("planActivity.fiscalYear", "=", year)
    .where("planActivityFile.name", "~*", "\\.(png|jpe?g)$")
    .orderBy("planActivity.heldFrom")
    .orderBy("planActivityFile.id")
    .execute();
  const stated = await withStates(permit, permit.subject.area, rows, ({ fileId }) => fileId);
  return stated.filter(({ state }) => state === "open");
}
