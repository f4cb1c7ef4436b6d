import { z } from "zod";
import type { Band } from "./bands.ts";
import { plainCell } from "./cells.ts";
import { type FoundHeader, findHeader, type GridRow, headerAt, isFigure, isLegend } from "./header.ts";

/** Where a table stands in a file: proposed by the reader, corrected by a person, and kept for the next file alike. */
export const Place = z.strictObject({
  /** The sheet of a book. */
  sheet: z.string().nullable(),
  /** Of several tables in a sheet, the first being 1. */
  table: z.int().min(1),
  /** The first and last line of its header; null where the reader finds it. */
  header: z.tuple([z.int().min(1), z.int().min(1)]).nullable(),
  /** The last line of its rows; null where it goes to the end. */
  last: z.int().min(1).nullable(),
  /** The first of its columns, and how many it has; null where they are all of the sheet. */
  columns: z.tuple([z.int().min(0), z.int().min(1)]).nullable(),
});
export type Place = z.output<typeof Place>;

/** What is asked of a place, by a person or a saved layout; what is not said, the reader proposes. */
export type Wanted = Readonly<{
  table?: number | undefined;
  header?: Place["header"] | undefined;
  last?: number | null | undefined;
}>;

/** What a file was understood to be, beside the meaning of its columns. */
export const Layout = z.strictObject({
  place: Place,
  /** The names of columns as the reader alone would have them: files alike are known by their digest. */
  fingerprint: z.string(),
  /** The sheets of a book. */
  sheets: z.array(z.string()),
  /** The tables of the sheet, each by what stands above it. */
  tables: z.array(z.string()),
  /** What signs stand for, where the file says so. */
  legend: z.array(z.tuple([z.string(), z.string()])),
  titles: z.array(z.string()),
  /** The first lines, as they stand. */
  preview: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
});
export type Layout = z.output<typeof Layout>;

/** A table of a sheet. */
export type FoundTable = Readonly<{
  header: FoundHeader;
  last: number | null;
  columns: readonly [number, number] | null;
  /** The first of its lines, columns of its neighbours left out. */
  lines: readonly GridRow[];
}>;

type Knows = (name: string) => boolean;

/** Names of a later header that must be known, so that no row is taken for one. */
const NAMES_KNOWN = 2;

/** The tables of a sheet, in the order of its lines and then of its columns. */
export function tablesOf(bands: readonly Band[], knows: Knows): FoundTable[] {
  const heads = bands.map(({ lines }) => findHeader(lines, knows));
  const known = heads.flatMap((header, at) => (header && header.known >= NAMES_KNOWN ? [at] : []));
  const best = heads.findIndex((header) => header !== undefined && header.known > 0);
  const begins =
    known.length > 0
      ? known
      : [
          Math.max(
            best,
            heads.findIndex((header) => header),
          ),
        ];
  return begins.flatMap((at, index) => {
    const header = heads[at];
    if (!header) return [];
    const next = begins[index + 1];
    // Rows after a blank line belong to the table before it; the name of the next table does not.
    const titles = next === undefined ? 0 : titlesBefore(bands, at, next);
    const last = next === undefined ? null : bands[next - 1 - titles]!.to;
    const lines = bands.slice(at, next ?? bands.length).flatMap((band) => band.lines);
    const above = bands.slice(index === 0 ? 0 : at - titlesBefore(bands, begins[index - 1]!, at), at);
    const titled = {
      ...header,
      titles: [
        ...above.flatMap((band) => band.lines.flatMap(({ cells }) => titleOf(cells))),
        ...header.titles,
      ],
    };
    return sideBySide(lines, knows) ?? [{ header: titled, last, columns: null, lines }];
  });
}

const titleOf = (cells: readonly string[]): string[] => {
  const names = [...new Set(cells.map(plainCell).filter((cell) => cell !== ""))];
  return names.length > 0 ? [names.join(" ")] : [];
};

/** How many bands right before a table are its title: one line with one cell, which begins as no note does. */
function titlesBefore(bands: readonly Band[], after: number, table: number): number {
  const { lines } = bands[table - 1]!;
  const isTitle =
    table - 1 > after && lines.every(({ cells }) => cells.filter((cell) => cell.trim() !== "").length === 1);
  return isTitle && !/^[(（]?[注※資出備]/.test(titleOf(lines[0]!.cells)[0] ?? "") ? 1 : 0;
}

/** Tables beside one another, parted by blank columns: each has a header of its own, and rows that begin with a name. */
function sideBySide(lines: readonly GridRow[], knows: Knows): FoundTable[] | undefined {
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const blank = Array.from({ length: width }, (_, at) =>
    lines.every(({ cells }) => (cells[at] ?? "").trim() === ""),
  );
  const parts: [number, number][] = [];
  for (let from = 0; from < width; from++) {
    if (blank[from]) continue;
    let to = from;
    while (to + 1 < width && !blank[to + 1]) to += 1;
    parts.push([from, to - from + 1]);
    from = to;
  }
  if (parts.length < 2) return undefined;
  const tables = parts.map(([from, count]) => {
    const own = lines.map(({ line, cells }) => ({ line, cells: cells.slice(from, from + count) }));
    const header = findHeader(own, knows);
    const rows = own.filter(({ line }) => header && line >= header.bodyLine);
    const isTable =
      header &&
      header.known > 0 &&
      rows.length > 0 &&
      rows.every(({ cells }) => !isFigure(plainCell(cells[0] ?? "")));
    return isTable ? { header, last: null, columns: [from, count] as const, lines: own } : undefined;
  });
  return tables.every((table) => table !== undefined) ? tables : undefined;
}

/** The table that is wanted of these, and its header where another one is wanted. */
export function tableAt(tables: readonly FoundTable[], wanted: Wanted, knows: Knows): FoundTable | undefined {
  const table = tables[(wanted.table ?? 1) - 1];
  if (!table) return undefined;
  const header = wanted.header ? headerAt(table.lines, wanted.header, knows) : table.header;
  return header && { ...table, header, last: wanted.last ?? table.last };
}

const SHOWN = { lines: 15, columns: 60, letters: 60 } as const;

/** Everything that is shown and kept of how a file was understood. */
export function layoutOf(
  {
    sheets,
    sheet,
    bands,
  }: Readonly<{ sheets: readonly string[]; sheet: string | null; bands: readonly Band[] }>,
  tables: readonly FoundTable[],
  table: FoundTable,
  fingerprint: string,
): Layout {
  const { header, last, columns } = table;
  const at = Math.max(
    0,
    tables.findIndex(({ lines }) => lines === table.lines),
  );
  const above = bands.flatMap(({ lines }) => lines);
  const begin = Math.max(0, above.findIndex(({ line }) => line >= header.from) - SHOWN.lines / 3);
  return {
    place: {
      sheet,
      table: at + 1,
      header: [header.from, header.to],
      last,
      columns: columns && [...columns],
    },
    fingerprint,
    sheets: [...sheets],
    tables:
      tables.length < 2
        ? []
        : tables.map((one) => one.header.titles.at(-1) ?? one.header.names.slice(0, 4).join("・")),
    legend: above
      .filter(({ cells }) => isLegend(cells))
      .map(({ cells }) => [plainCell(cells[0]!), plainCell(cells[1]!)]),
    titles: header.titles.slice(0, 10).map((title) => title.slice(0, SHOWN.letters * 2)),
    preview: (tables.length < 2 && begin < SHOWN.lines ? above : above.slice(Math.floor(begin)))
      .slice(0, SHOWN.lines)
      .map(({ line, cells }) => ({
        line,
        cells: cells
          .slice(...(columns ? [columns[0], columns[0] + columns[1]] : [0, SHOWN.columns]))
          .slice(0, SHOWN.columns)
          .map((cell) => cell.trim().slice(0, SHOWN.letters).replaceAll("\0", "")),
      })),
  };
}
