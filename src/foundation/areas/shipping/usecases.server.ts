import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { scopeOf, service } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import { areasOfFiles } from "./rules.ts";
import { type AreaFiles, FILE_NAMES } from "./schema.ts";
import { lockLoading, replaceAreas, selectVersion } from "./store.server.ts";

const FOLDER = new URL("../../../../reference/areas/", import.meta.url);
/** Goes up when the same files come to other rows. */
const READING = "1";

/**
 * Loads the shipped areas, if these files are not what the database holds already. Safe to run at every start and
 * in two processes at once. Returns whether it had to load.
 */
export async function loadReferenceAreas(app: Pick<App, "db" | "clock">): Promise<boolean> {
  const texts = await Promise.all(FILE_NAMES.map((name) => readFile(new URL(`${name}.csv`, FOLDER), "utf8")));
  const version = createHash("sha256")
    .update([READING, ...texts].join("\0"))
    .digest("hex");
  const upkeep = scopeOf(service("areas"));
  if ((await withRows(app.db, upkeep, selectVersion)) === version) return false;
  const shipped = areasOfFiles(filesOf(texts));
  return withRows(app.db, upkeep, async (permit) => {
    await lockLoading(permit);
    if ((await selectVersion(permit)) === version) return false;
    await replaceAreas(permit, shipped, version, app.clock.now());
    return true;
  });
}

/** The rows of the files' texts, in the order of FILE_NAMES. */
export function filesOf(texts: readonly string[]): AreaFiles {
  const entries = FILE_NAMES.map((name, index) => [name, parse(texts[index]!, { columns: true })]);
  return Object.fromEntries(entries) as AreaFiles;
}
