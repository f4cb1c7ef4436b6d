import { readFile } from "node:fs/promises";
import { scopeOf, service } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import { DictionaryFile } from "./schema.ts";
import { selectDictionary, upsertDictionary } from "./store.server.ts";

const FILE = new URL("../../../../reference/indicators.json", import.meta.url);

/** Whether a store has never been filled with what every store needs. */
export async function isDictionaryEmpty(app: App): Promise<boolean> {
  const { indicators } = await withRows(app.db, scopeOf(service("reference")), selectDictionary);
  return indicators.length === 0;
}

/** Loads the dictionary that this version ships, at each start: entries are added and corrected, none removed. */
export async function loadReferenceIndicators(app: App): Promise<{ written: number }> {
  const dictionary = DictionaryFile.parse(JSON.parse(await readFile(FILE, "utf8")));
  const written = await withRows(app.db, scopeOf(service("reference")), (permit) =>
    upsertDictionary(permit, dictionary),
  );
  return { written };
}
