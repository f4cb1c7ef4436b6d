import { type PublishedCell, suppressList, suppressTable, tableCell } from "@yui/healthstats";
import { INDUSTRIES } from "../offers/lists/schema.ts";
import { HEARD_FROM } from "../requests/lists/schema.ts";
import { UNMET_REASONS } from "../visits/rules.ts";
import { type Facts, SIZE_BANDS } from "./schema.ts";

export type Row = Readonly<{ key: string; cells: readonly PublishedCell[] }>;
/** A table with its total last, in rows and in columns. */
export type ShownTable = Readonly<{ columns: readonly string[]; rows: readonly Row[] }>;
export type ShownFacts = Readonly<{
  year: number;
  sizeAndIndustry: ShownTable;
  heardFrom: ShownTable;
  unmetReason: ShownTable;
}>;

const plain = (value: number): PublishedCell => ({ state: "shown", value });

/** The tables of a year: with small counts and what would give them away hidden, or as they are for the secretariat. */
export function tablesOf(facts: Facts, audience: "public" | "secretariat"): ShownFacts {
  const count = (size: string, industry: string) =>
    facts.bySizeAndIndustry.find((row) => row.size === size && row.industry === industry)?.count ?? 0;
  const body = INDUSTRIES.flatMap((industry) => SIZE_BANDS.map((size) => count(size, industry)));
  const list = (keys: readonly string[], counted: Facts["byHeardFrom"]) => {
    const counts = keys.map((key) => counted.find((one) => one.key === key)?.count ?? 0);
    const { cells, total } = suppressList(counts);
    const shown =
      audience === "public"
        ? [...cells, total!]
        : [...counts, counts.reduce((sum, one) => sum + one, 0)].map(plain);
    return {
      columns: ["count"],
      rows: [...keys, "total"].map((key, index) => ({ key, cells: [shown[index]!] })),
    };
  };
  return {
    year: facts.year,
    sizeAndIndustry: audience === "public" ? hidden(body) : open(body),
    heardFrom: list(["", ...HEARD_FROM], facts.byHeardFrom),
    unmetReason: list(UNMET_REASONS, facts.byUnmetReason),
  };
}

const COLUMNS = [...SIZE_BANDS, "total"];
const KEYS = [...INDUSTRIES, "total"];

function hidden(counts: readonly number[]): ShownTable {
  const dimensions = [
    { name: "industry", categories: INDUSTRIES },
    { name: "size", categories: SIZE_BANDS },
  ];
  const table = suppressTable({ dimensions, counts });
  const place = (key: string) => (key === "total" ? null : key);
  return {
    columns: COLUMNS,
    rows: KEYS.map((key) => ({
      key,
      cells: COLUMNS.map((column) => tableCell(table, place(key), place(column))),
    })),
  };
}

function open(counts: readonly number[]): ShownTable {
  const rows = INDUSTRIES.map((_, row) =>
    counts.slice(row * SIZE_BANDS.length, (row + 1) * SIZE_BANDS.length),
  );
  const all = [...rows, SIZE_BANDS.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0))];
  return {
    columns: COLUMNS,
    rows: all.map((row, index) => ({
      key: KEYS[index]!,
      cells: [...row, row.reduce((sum, one) => sum + one, 0)].map(plain),
    })),
  };
}
