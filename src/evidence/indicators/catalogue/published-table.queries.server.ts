import { readFileSync } from "node:fs";
import { type IndicatorTables, tablesFor } from "./published-table.present.ts";
import { Catalogue } from "./published-table.schema.ts";

const FILE = new URL("../../../../reference/published_tables.json", import.meta.url);

let shipped: Catalogue | undefined;

/** What this version ships of published tables; the same for everybody. */
export function catalogue(): Catalogue {
  shipped ??= Catalogue.parse(JSON.parse(readFileSync(FILE, "utf8")));
  return shipped;
}

/** Where an indicator is published. */
export const publishedTablesOf = (indicator: string): IndicatorTables => tablesFor(catalogue(), indicator);
