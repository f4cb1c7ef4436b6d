import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import {
  deleteFile,
  findFile,
  readFileContent,
  type StoredFile,
  storeFile,
} from "#platform/files/attachments.ts";
import { invalid, notFound, ok } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { about, planPolicy, stamp } from "../access.ts";
import { deleteThing, isThere } from "../chain/deleted-row.store.server.ts";
import { oneInArea } from "../model/plan.schema.ts";
import { aboutActivity } from "./activity.usecases.server.ts";
import { holdActivity, insertActivityFile, selectActivityFiles } from "./activity-file.store.server.ts";

const MOST_FILES = 20;

const fileInArea = z.object({ area: areaId, id: rowId(), file: rowId() });
/** The files of a form; a browser sends an empty one where none was chosen. */
const FilesInput = z.object({
  file: z
    .preprocess((sent) => [sent ?? []].flat(), z.array(z.instanceof(File)))
    .transform((files) => files.filter((file) => file.size > 0))
    .refine((files) => files.length > 0, { error: "ファイルを選んでください。" }),
});

/** Attaches files to an activity, all of them or none. Who may change the activity may change its files. */
export const addActivityFiles = command({
  name: "activity-file.add",
  takesFiles: true,
  policy: planPolicy,
  target: oneInArea,
  subject: aboutActivity,
  input: FilesInput,
  async run(permit, { area, id, file: files }) {
    const { by, at } = stamp(permit);
    await holdActivity(permit, area, id);
    const held = await selectActivityFiles(permit, area, id);
    const known = new Set<string>();
    for (const { fileId } of held) known.add(sameness(await findFile(permit, area, fileId)));
    for (const file of files) {
      const content = Readable.fromWeb(file.stream() as ReadableStream);
      const stored = await storeFile(permit, area, by, at, { name: file.name, content });
      if (!stored.ok) return stored;
      const { id: fileId, name } = stored.value;
      if (known.has(sameness(stored.value))) await deleteFile(permit, area, fileId);
      else await insertActivityFile(permit, area, id, { fileId, name });
      known.add(sameness(stored.value));
    }
    if (known.size > MOST_FILES)
      return invalid({ file: [`1つの活動に付けられるのは${MOST_FILES}件までです。`] });
    return ok(undefined);
  },
});

/** The same file sent twice by a double click is one; another of the same name is another. */
const sameness = (file: StoredFile | undefined) => `${file?.name} ${file?.sha256}`;

export const removeActivityFile = command({
  name: "activity-file.remove",
  policy: planPolicy,
  target: fileInArea,
  subject: aboutActivity,
  async run(permit, { area, id, file }) {
    const held = await selectActivityFiles(permit, area, id);
    if (!held.some((one) => one.id === file)) return notFound("file");
    await deleteThing(permit, area, "file", file);
    return ok(undefined);
  },
});

/** A file of that activity with its content, for whoever may read the activity. */
export const readActivityFile = query({
  name: "activity-file.read",
  policy: planPolicy,
  target: fileInArea,
  subject: about("activity"),
  async run(permit, { area, id, file }) {
    const there = await isThere(permit, area, "activity", id);
    const files = there ? await selectActivityFiles(permit, area, id) : [];
    const held = files.find((one) => one.id === file);
    const stored = held && (await findFile(permit, area, held.fileId));
    if (!stored) return notFound("file");
    const { name, mediaType } = stored;
    return ok({ name, mediaType, content: await readFileContent(permit, area, stored.id) });
  },
});
