import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Work } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { selectAreasWithWords } from "../store.server.ts";
import { indexOf } from "./rules.ts";
import type { FormerMunicipality, PlaceIndex } from "./schema.ts";

const FORMER = new URL("../../../../reference/areas/former_municipalities.csv", import.meta.url);

/** Areas change with the shipped files alone, which are loaded before anything is served. */
let kept: PlaceIndex | undefined;

/** Everything by which areas are named, for readPlace() and readPlaces(). */
export async function placeIndex(permit: Work): Promise<PlaceIndex> {
  if (kept) return kept;
  const index = indexOf(await selectAreasWithWords(permit), await formerMunicipalities());
  if (index.byId.size > 0) kept = index;
  return index;
}

async function formerMunicipalities(): Promise<FormerMunicipality[]> {
  const rows: Record<"prefecture" | "county" | "name" | "into" | "valid_to", string>[] = parse(
    await readFile(FORMER, "utf8"),
    { columns: true },
  );
  return rows.map(({ prefecture, county, name, into, valid_to }) => ({
    prefectureId: prefecture as AreaId,
    county,
    name,
    into: into === "" ? null : (into as AreaId),
    validTo: plainDate(valid_to),
  }));
}
