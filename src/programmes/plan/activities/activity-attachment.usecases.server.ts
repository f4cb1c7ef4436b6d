import { keepFiles } from "#foundation/attachments/public.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import type { PlanPermit } from "../access.ts";
import { PARTS } from "../chain/plan-part.store.server.ts";
import { insertActivityFile, selectActivityFiles } from "./activity-file.store.server.ts";

const MOST_FILES = 20;

/** Attaches files to an activity, all of them or none; one that it holds already stays once. */
export async function attachToActivity(
  permit: PlanPermit,
  id: string,
  files: readonly File[],
): Promise<Result<undefined>> {
  if (files.length === 0) return ok(undefined);
  // Those who attach to one activity in the same moment do it one after another.
  await PARTS.lock(permit, "activity", id);
  const held = (await selectActivityFiles(permit, id)).map((one) => one.fileId);
  const kept = await keepFiles(permit, files, held);
  if (!kept.ok) return kept;
  if (held.length + kept.value.length > MOST_FILES)
    return invalid({ file: [`1つの活動に登録できるファイルは${MOST_FILES}件までです。`] });
  for (const one of kept.value) await insertActivityFile(permit, id, one);
  return ok(undefined);
}
