import {
  type PublishedCell,
  SMALLEST_SHOWN,
  suppressList,
  suppressProportion,
  suppressTable,
  tableCell,
} from "@yui/healthstats";
import { INDUSTRIES, TOPICS } from "../model/offer-lists.schema.ts";
import { HEARD_FROM } from "../model/request-lists.schema.ts";
import { UNMET_REASONS } from "../model/visit.rules.ts";
import { type Facts, SIZE_BANDS } from "./statistics.schema.ts";

export type Row = Readonly<{ key: string; cells: readonly PublishedCell[] }>;
/** A table with its total last, in rows and in columns. */
export type ShownTable = Readonly<{ columns: readonly string[]; rows: readonly Row[] }>;
export type ShownFacts = Readonly<{
  year: number;
  sizeAndIndustry: ShownTable;
  newcomers: ShownTable;
  heardFrom: ShownTable;
  /** Undefined while a request of the year is under way: what changes from one day to the next tells of one workplace. */
  outcome: ShownTable | undefined;
  topics: ShownTable | undefined;
  /** The middle of the days from request to visit, where enough visits stand behind it. */
  waitingDays: number | null;
}>;

/** What is public of an area: the tables of those finished years in which anything was asked. */
export type Edition = Readonly<{ lastYear: number; years: readonly ShownFacts[] }>;

/** Whether it says that nothing was asked in that year. */
export function saysNothing({ sizeAndIndustry }: ShownFacts): boolean {
  const total = sizeAndIndustry.rows.at(-1)!.cells.at(-1)!;
  return total.state === "shown" && total.value === 0;
}

const plain = (value: number): PublishedCell => ({ state: "shown", value });
const HIDDEN: PublishedCell = { state: "suppressed" };
const isShown = (cell: PublishedCell | undefined): boolean => cell?.state === "shown";
const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

/** The tables of a year as the secretariat sees them: every count as it is. */
export const openTables = (facts: Facts): ShownFacts => ({
  ...tables(facts, (counts) => [...counts, sum(counts)].map(plain), openTable),
  topics: topicTable(facts, ({ requests, unmet }) => [requests, unmet].map(plain)),
  waitingDays: facts.sums.median,
});

/**
 * The same for everybody: small counts and what would give them away hidden. All these tables are of the same
 * requests; where one shows their number and another had to hide it, the other keeps all of itself hidden.
 */
export function publishedTables(facts: Facts): ShownFacts {
  const { requests, unmet, open, fixed, median } = facts.sums;
  const list = (counts: readonly number[]) => {
    const { cells, total } = suppressList(counts);
    return [...cells, total!];
  };
  const made = tables(facts, list, hiddenTable);
  const tellsUnmet = isShown(suppressProportion(unmet, requests).numerator);
  const topics = topicTable(facts, (one) => {
    if (!tellsUnmet) {
      const [counted, , total] = list([one.requests, requests - one.requests]);
      return [isShown(total) ? counted! : HIDDEN, HIDDEN];
    }
    const dimensions = [
      { name: "topic", categories: ["with", "without"] },
      { name: "end", categories: ["unmet", "else"] },
    ];
    const elsewhere = requests - one.requests - (unmet - one.unmet);
    const counts = [one.unmet, one.requests - one.unmet, unmet - one.unmet, elsewhere];
    const table = suppressTable({ dimensions, counts });
    const cell = (topic: string | null, end: string | null) => tableCell(table, topic, end);
    const rests = isShown(cell(null, null)) && isShown(cell(null, "unmet"));
    return rests ? [cell("with", null), cell("with", "unmet")] : [HIDDEN, HIDDEN];
  });
  const totalOf = (table: ShownTable) => table.rows.at(-1)!.cells.at(-1)!;
  const known = [made.sizeAndIndustry, made.newcomers, made.heardFrom].some((one) => isShown(totalOf(one)));
  const held = (table: ShownTable) => (known && !isShown(totalOf(table)) ? blank(table) : table);
  // How many were unmet in all follows from those that were not.
  const tellsElse = tellsUnmet && isShown(made.outcome.rows.at(-2)!.cells[0]);
  return {
    year: made.year,
    sizeAndIndustry: held(made.sizeAndIndustry),
    newcomers: held(made.newcomers),
    heardFrom: held(made.heardFrom),
    ...(open > 0
      ? { outcome: undefined, topics: undefined }
      : { outcome: tellsElse ? held(made.outcome) : blank(made.outcome), topics }),
    waitingDays: fixed >= SMALLEST_SHOWN ? median : null,
  };
}

const blank = (table: ShownTable): ShownTable => ({
  columns: table.columns,
  rows: table.rows.map(({ key, cells }) => ({ key, cells: cells.map(() => HIDDEN) })),
});

function tables(
  facts: Facts,
  cellsOf: (counts: readonly number[]) => readonly PublishedCell[],
  tableOf: (counts: readonly number[]) => ShownTable,
) {
  const count = (size: string, industry: string) =>
    facts.bySizeAndIndustry.find((row) => row.size === size && row.industry === industry)?.count ?? 0;
  const list = (keys: readonly string[], counts: readonly number[]): ShownTable => {
    const cells = cellsOf(counts);
    const rows = [...keys, "total"].map((key, index) => ({ key, cells: [cells[index]!] }));
    return { columns: ["count"], rows };
  };
  const counted = (keys: readonly string[], from: Facts["byHeardFrom"]) =>
    keys.map((key) => from.find((one) => one.key === key)?.count ?? 0);
  const { year, requests, first } = facts.sums;
  const heard = ["", ...HEARD_FROM];
  const reasons = counted(UNMET_REASONS, facts.byUnmetReason);
  return {
    year,
    sizeAndIndustry: tableOf(
      INDUSTRIES.flatMap((industry) => SIZE_BANDS.map((size) => count(size, industry))),
    ),
    newcomers: list(["first", "again"], [first, requests - first]),
    heardFrom: list(heard, counted(heard, facts.byHeardFrom)),
    // What was not unmet stands beside it: its complement tells as much as the count itself.
    outcome: list([...UNMET_REASONS, "else"], [...reasons, requests - sum(reasons)]),
  };
}

function topicTable(
  facts: Facts,
  cellsOf: (one: Readonly<{ requests: number; unmet: number }>) => readonly PublishedCell[],
): ShownTable {
  const rows = TOPICS.map((key) => {
    const one = facts.byTopic.find((row) => row.topic === key) ?? { requests: 0, unmet: 0 };
    return { key, cells: cellsOf(one) };
  });
  return { columns: ["requests", "unmet"], rows };
}

const COLUMNS = [...SIZE_BANDS, "total"];
const KEYS = [...INDUSTRIES, "total"];

function hiddenTable(counts: readonly number[]): ShownTable {
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

function openTable(counts: readonly number[]): ShownTable {
  const rows = INDUSTRIES.map((_, row) =>
    counts.slice(row * SIZE_BANDS.length, (row + 1) * SIZE_BANDS.length),
  );
  const all = [...rows, SIZE_BANDS.map((_, column) => sum(rows.map((row) => row[column]!)))];
  return {
    columns: COLUMNS,
    rows: all.map((row, index) => ({ key: KEYS[index]!, cells: [...row, sum(row)].map(plain) })),
  };
}
