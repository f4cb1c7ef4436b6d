import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { areaPolicy, theList } from "../access.ts";
import { areasOfFiles } from "./rules.ts";
import { type AreaFiles, FILE_NAMES } from "./schema.ts";
import { lockLoading, replaceAreas, selectEdition } from "./store.server.ts";

const FOLDER = new URL("../../../../reference/areas/", import.meta.url);
/** Goes up when the same files come to other rows. */
const READING = "2";

/**
 * Loads the shipped areas, if these files are not what the database holds already. Safe to run at every start and
 * in two processes at once. Returns whether it had to load.
 */
export async function loadReferenceAreas(app: App): Promise<boolean> {
  const { edition } = await readShipped();
  const upkeep = service("areas");
  if (expectOk(await findEdition(app, upkeep, {})) === edition) return false;
  return expectOk(await loadAreas(app, upkeep, {}));
}

const findEdition = query({
  name: "area.find-edition",
  policy: areaPolicy,
  target: z.object({}),
  subject: theList,
  run: async (permit) => ok(await selectEdition(permit)),
});

/** Brings the list to the shipped files. False where another process has done so meanwhile. */
const loadAreas = command({
  name: "area.load",
  policy: areaPolicy,
  target: z.object({}),
  subject: theList,
  async run(permit) {
    await lockLoading(permit);
    const { edition, texts } = await readShipped();
    if ((await selectEdition(permit)) === edition) return ok(false);
    await replaceAreas(permit, areasOfFiles(filesOf(texts)), edition);
    return ok(true);
  },
});

async function readShipped(): Promise<{ edition: string; texts: readonly string[] }> {
  const texts = await Promise.all(FILE_NAMES.map((name) => readFile(new URL(`${name}.csv`, FOLDER), "utf8")));
  const edition = createHash("sha256")
    .update([READING, ...texts].join("\0"))
    .digest("hex");
  return { edition, texts };
}

/** The rows of the files' texts, in the order of FILE_NAMES. */
function filesOf(texts: readonly string[]): AreaFiles {
  const entries = FILE_NAMES.map((name, index) => [name, parse(texts[index]!, { columns: true })]);
  return Object.fromEntries(entries) as AreaFiles;
}
