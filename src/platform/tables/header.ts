import { parseNumber, plainCell } from "./cells.ts";

/** The cells of one line. */
export type GridRow = Readonly<{ line: number; cells: readonly string[] }>;

export type FoundHeader = Readonly<{
  /** One name for each column, stacked names put together: 人口 男. */
  names: readonly string[];
  /** The line on which the rows begin. */
  bodyLine: number;
  /** What stands above the header. */
  titles: readonly string[];
}>;

/** Of so many lines the header is sought. */
export const LINES_SEARCHED = 40;
const LINES_STACKED = 3;

const named = (cells: readonly string[]) => cells.filter((cell) => cell !== "");
const isNumber = (cell: string) => typeof parseNumber(cell) === "number";

/** Whether a line can be a header: two names or more, and not half of them numbers. */
const canBeHeader = (cells: readonly string[]): boolean => {
  const names = named(cells);
  return names.length >= 2 && names.filter(isNumber).length * 2 < names.length;
};

/** Units alone, as tables print them under their header. */
const UNIT =
  /^[(（]?(人|名|件|回|歳|%|‰|円|千円|百万円|所|か所|箇所|施設|世帯|人口10万対|年度?|月|日)[)）]?$/;
const isUnits = (cells: readonly string[]): boolean =>
  named(cells).length > 0 && named(cells).every((cell) => UNIT.test(cell));

/**
 * Finds the header among the first lines of a table: the line with the most names that `knows` recognises, else the
 * first that can be one. Lines above it are titles; lines that divide its names further belong to it. Undefined where no
 * line can be a header. This is the one place that knows what stands around a table's rows.
 */
export function findHeader(
  rows: readonly GridRow[],
  knows: (name: string) => boolean = () => false,
): FoundHeader | undefined {
  const grid = rows
    .slice(0, LINES_SEARCHED)
    .map(({ line, cells }) => ({ line, cells: cells.map(plainCell) }));
  const first = grid.findIndex(({ cells }) => canBeHeader(cells));
  if (first < 0) return undefined;
  const score = ({ cells }: GridRow) => (canBeHeader(cells) ? cells.filter((cell) => knows(cell)).length : 0);
  const best = grid.reduce((at, row, index) => (score(row) > score(grid[at]!) ? index : at), first);
  const from = Math.max(0, ...stackedAbove(grid, best));
  let to = best;
  while (
    to + 1 < grid.length &&
    to - from + 1 < LINES_STACKED &&
    continues(grid[to]!.cells, grid[to + 1]!.cells)
  )
    to += 1;
  const last = grid[to + 1] && isUnits(grid[to + 1]!.cells) ? to + 1 : to;
  return {
    names: joined(grid.slice(from, to + 1).map(({ cells }) => cells)),
    bodyLine: grid[last + 1]?.line ?? grid[last]!.line + 1,
    titles: grid.slice(0, from).flatMap(({ cells }) => named(cells).join(" ") || []),
  };
}

/** Where the line above holds names that this one divides: its first cell is empty, and it has a name further right. */
function stackedAbove(grid: readonly GridRow[], best: number): number[] {
  const above = grid[best - 1]?.cells;
  const divides = above?.[0] === "" && named(above).length > 0 && !named(above).some(isNumber);
  return [divides ? best - 1 : best];
}

/** Whether the lower line divides names of the upper: it has names, no numbers, and none under its first column. */
function continues(upper: readonly string[], lower: readonly string[]): boolean {
  const names = named(lower);
  if (names.length === 0 || names.some(isNumber) || isUnits(lower)) return false;
  if (lower[0] !== "") return false;
  const divided = lower.some((cell, at) => cell !== "" && (upper[at] ?? "") === "");
  const merged = upper.some((cell, at) => cell !== "" && (lower[at] ?? "") === "");
  return divided && merged;
}

/** The names of stacked lines put together; a merged cell's name holds for the empty ones to its right. */
function joined(lines: readonly (readonly string[])[]): string[] {
  const width = Math.max(...lines.map((cells) => cells.length));
  const carried = lines.map((cells, index) => {
    let last = "";
    return Array.from({ length: width }, (_, at) => {
      const cell = cells[at] ?? "";
      const below = lines.slice(index + 1).some((lower) => (lower[at] ?? "") !== "");
      if (cell !== "") last = cell;
      return cell !== "" ? cell : below ? last : "";
    });
  });
  return Array.from({ length: width }, (_, at) =>
    [...new Set(carried.flatMap((cells) => cells[at] || []))].join(" "),
  );
}

const NOTE = /^[\s（(【[]*(注|※|＊|\*\D|資料|出典|出所|備考|なお)/;

/** Whether a line under the rows is a note: its first cell alone is filled, and begins as notes do. */
export function isNote(cells: readonly string[], width: number): boolean {
  if (width < 2 || (cells.length > 1 && cells[1] !== "")) return false;
  return NOTE.test(cells[0] ?? "") && cells.slice(1).every((cell) => cell.trim() === "");
}
