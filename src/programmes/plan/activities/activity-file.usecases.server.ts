import { z } from "zod";
import { chosenFiles, readAttachment } from "#foundation/attachments/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { aboutArea, stamp } from "../access.ts";
import { PARTS } from "../chain/plan-part.store.server.ts";
import { ofActivity } from "./activity.usecases.server.ts";
import { attachToActivity } from "./activity-attachment.usecases.server.ts";
import { selectActivityFiles } from "./activity-file.store.server.ts";

const fileInArea = z.object({ area: areaId, id: rowId(), file: rowId() });

/** Who may change the activity may change its files. */
export const addActivityFiles = command({
  name: "activity-file.add",
  takesFiles: true,
  ...ofActivity,
  input: z.object({ file: chosenFiles }),
  run: (permit, { id, file }) => attachToActivity(permit, id, file),
});

export const removeActivityFile = command({
  name: "activity-file.remove",
  ...ofActivity,
  target: fileInArea,
  async run(permit, { id, file }) {
    const held = await selectActivityFiles(permit, id);
    if (!held.some((one) => one.id === file)) return notFound("file");
    await PARTS.markDeleted(permit, "file", file, stamp(permit).by);
    return ok(undefined);
  },
});

/** A file of that activity with its content, for whoever may read the activity. */
export const readActivityFile = query({
  name: "activity-file.read",
  ...aboutArea("activity", { id: rowId(), file: rowId() }),
  async run(permit, { id, file }) {
    const there = await PARTS.isThere(permit, "activity", id);
    const files = there ? await selectActivityFiles(permit, id) : [];
    return readAttachment(permit, files.find((one) => one.id === file)?.fileId);
  },
});
