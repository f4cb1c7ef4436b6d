import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { command } from "#foundation/authority/public.ts";
import { readText } from "#platform/files/read-text.ts";
import { plainDateIn } from "#platform/kernel/plain-date.ts";
import { conflict, ok } from "#platform/kernel/result.ts";
import { typedDayOf } from "#platform/kernel/written-day.ts";
import { areaPolicy, theList } from "../access.ts";
import { getAreas } from "../usecases.server.ts";
import { isTownRecord, townsOf } from "./town.rules.ts";
import { noteTownFile, replaceTowns } from "./town.store.server.ts";

const NO_TOWNS = "This is no list of towns: expected utf_ken_all.csv or KEN_ALL.CSV, unpacked.";

/** Takes in the towns and postcodes of a file in place of those before. Which municipality they lie in decides its code. */
export const loadTowns = command({
  name: "town.load",
  policy: areaPolicy,
  target: z.object({}),
  subject: theList,
  input: z.object({ file: z.string().min(1), dated: z.string().default("") }),
  async run(permit, { file, dated }) {
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) return conflict(`The file ${file} can't be read.`);
    const read = readText(bytes);
    if (!read.ok) return conflict(NO_TOWNS);
    const day = dated === "" ? plainDateIn((await stat(file)).mtime, "Asia/Tokyo") : typedDayOf(dated);
    if (!day) return conflict(`${dated} is no day; write it as 2026-11-01.`);
    const records = parse(read.value.text, { relax_column_count: true, relax_quotes: true }) as string[][];
    if (records.length === 0 || !records.every(isTownRecord)) return conflict(NO_TOWNS);
    const all = townsOf(records);
    const known = await getAreas(permit, [...new Set(all.map(({ areaId }) => areaId))]);
    const towns = all.filter(({ areaId }) => known.has(areaId));
    await replaceTowns(permit, towns);
    await noteTownFile(permit, { name: basename(file), dated: day, towns: towns.length });
    const unknown = [...new Set(all.map(({ areaId }) => areaId).filter((id) => !known.has(id)))];
    return ok({ towns: towns.length, dated: day, unknown });
  },
});
