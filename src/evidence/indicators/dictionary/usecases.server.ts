import { readFile } from "node:fs/promises";
import { z } from "zod";
import { service, VISITOR } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { indicatorPolicy } from "../access.ts";
import { presentDictionary } from "./present.ts";
import { DictionaryFile } from "./schema.ts";
import { selectDictionary, upsertDictionary } from "./store.server.ts";

const FILE = new URL("../../../../reference/indicators.json", import.meta.url);

/** The indicators and sources that there are. */
export const listIndicators = query({
  name: "indicator.list",
  policy: indicatorPolicy,
  target: z.strictObject({}),
  subject: () => ({ type: "indicator", area: NATION }),
  run: async (permit) => ok(presentDictionary(await selectDictionary(permit))),
});

/** Whether a store has never been filled with what every store needs. */
export const isDictionaryEmpty = async (app: App): Promise<boolean> =>
  expectOk(await listIndicators(app, VISITOR, {})).indicators.length === 0;

const loadIndicators = command({
  name: "indicator.load",
  policy: indicatorPolicy,
  target: z.object({}),
  subject: () => ({ type: "indicator", area: NATION }),
  async run(permit) {
    const dictionary = DictionaryFile.parse(JSON.parse(await readFile(FILE, "utf8")));
    return ok({ written: await upsertDictionary(permit, dictionary) });
  },
});

/** Loads the dictionary that this version ships, at each start: entries are added and corrected, none removed. */
export const loadReferenceIndicators = async (app: App): Promise<{ written: number }> =>
  expectOk(await loadIndicators(app, service("reference"), {}));
