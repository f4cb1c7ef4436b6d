import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import {
  deleteFile,
  findFile,
  readFileContent,
  type StoredFile,
  storeFile,
} from "#platform/files/attachments.ts";
import { type AreaId, newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { planPolicy } from "../../access.ts";
import { markDeleted } from "../../deleting/store.server.ts";
import { findActivity } from "../store.server.ts";
import { holdActivity, insertActivityFile, selectActivityFiles } from "./store.server.ts";

const MOST_FILES = 20;

export type SentFile = Readonly<{ name: string; content: AsyncIterable<Uint8Array> }>;

/** Attaches files to an activity, all of them or none. */
export function addActivityFiles(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  files: readonly SentFile[],
): Promise<Result<undefined>> {
  return record(app, actor, area, id, async (unit, by, at): Promise<Result<undefined>> => {
    if (files.length === 0) return invalid({ file: ["ファイルを選んでください。"] });
    await holdActivity(unit, area, id);
    const held = await selectActivityFiles(unit, area, id);
    const known = new Set<string>();
    for (const { fileId } of held) known.add(sameness(await findFile(unit, area, fileId)));
    for (const file of files) {
      const stored = await storeFile(unit, area, by, at, file);
      if (!stored.ok) return stored;
      const { id: fileId, name } = stored.value;
      if (known.has(sameness(stored.value))) await deleteFile(unit, area, fileId);
      else await insertActivityFile(unit, area, id, { id: newId() as string, fileId, name }, by, at);
      known.add(sameness(stored.value));
    }
    if (known.size > MOST_FILES)
      return invalid({ file: [`1つの活動に付けられるのは${MOST_FILES}件までです。`] });
    return ok(undefined);
  });
}

/** The same file sent twice by a double click is one; another of the same name is another. */
const sameness = (file: StoredFile | undefined) => `${file?.name} ${file?.sha256}`;

export function removeActivityFile(app: App, actor: Actor, area: AreaId, id: string, fileId: string) {
  return record(app, actor, area, id, async (unit, by, at): Promise<Result<undefined>> => {
    const held = await selectActivityFiles(unit, area, id);
    if (!held.some((file) => file.id === fileId)) return notFound("file");
    await markDeleted(unit, area, "file", fileId, by, at);
    return ok(undefined);
  });
}

/** A file of that activity with its content, for whoever may read the activity. */
export function readActivityFile(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  fileId: string,
): Promise<Result<StoredFile & { content: Buffer }>> {
  return act(app, actor, async (unit): Promise<Result<StoredFile & { content: Buffer }>> => {
    const permit = await authorise(unit, planPolicy, "plan.read", { type: "activity", id, area });
    if (!permit.ok) return permit;
    const activity = await findActivity(unit, area, id);
    const held = activity && (await selectActivityFiles(unit, area, id)).find((one) => one.id === fileId);
    const file = held && (await findFile(unit, area, held.fileId));
    if (!file) return notFound("file");
    return ok({ ...file, content: await readFileContent(unit, area, file.id) });
  });
}

/** Who may change the activity may change its files. */
function record<T>(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  work: (unit: Unit, by: string, at: Date) => Promise<Result<T>>,
): Promise<Result<T>> {
  return act(app, actor, async (unit) => {
    const activity = await findActivity(unit, area, id);
    if (!activity) return notFound("activity");
    const host = activity.hostOrganisationId as OrganisationId | null;
    const permit = await authorise(unit, planPolicy, "activity.record", { type: "activity", id, area, host });
    return permit.ok ? work(unit, scopeOf(actor).actor, unit.clock.now()) : permit;
  });
}
