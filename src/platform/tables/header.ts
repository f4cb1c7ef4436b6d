import { readFiscalYear } from "#platform/kernel/written-day.ts";
import { nothingOf, parseNumber, plainCell } from "./cells.ts";
import { once } from "./text.ts";

/** The cells of one line. */
export type GridRow = Readonly<{ line: number; cells: readonly string[] }>;

export type FoundHeader = Readonly<{
  /** One name for each column, stacked names put together: 人口 男. */
  names: readonly string[];
  /** Its first and last line, a line of units below included. */
  from: number;
  to: number;
  /** The line on which the rows begin. */
  bodyLine: number;
  /** What stands above the header. */
  titles: readonly string[];
  /** How many of its names are known. */
  known: number;
}>;

/** Of so many lines the header is sought. */
export const LINES_SEARCHED = 40;
const LINES_STACKED = 6;

const named = (cells: readonly string[]) => cells.filter((cell) => cell !== "");
const distinct = (cells: readonly string[]) => new Set(named(cells));

/** Whether a cell names a year, as heads do: 2020年, 令和2年度, and 2020 alone. */
const isYear = (cell: string): boolean =>
  /^\d{4}$/.test(cell)
    ? cell >= "1870" && cell <= "2200"
    : /[年度]/.test(cell) && readFiscalYear(cell) !== undefined;

/** Whether a cell holds a figure; years and ages are words. */
export const isFigure = (cell: string): boolean =>
  !isYear(cell) && !/[歳才]/.test(cell) && typeof parseNumber(cell) === "number";

const NOTE = /^[\s(（【[]*(注|※|＊|\*\D|資料|出典|出所|備考|なお|単位)/;
/** What stands alone in front of its value, as in lists of a table's particulars. */
const LABEL = /[:：]$/;

type Tells = (cell: string) => boolean;

/** Whether a line can be a header: two names or more, and not half of them figures. */
function canBeHeader(cells: readonly string[], figure: Tells): boolean {
  const names = distinct(cells);
  const [first = ""] = names;
  if (names.size < 2 || nothingOf(first) !== undefined || LABEL.test(first) || NOTE.test(first)) return false;
  return named(cells).filter(figure).length * 2 < named(cells).length;
}

/** Units alone, as tables print them under their header. */
const UNIT =
  /^[(（【[]?(人|名|件|回|歳|%|‰|円|千円|百万円|所|か所|箇所|施設|世帯|人口(10万|千|百万)対|年度?|月|日)[)）】\]]?$/;
const isUnits = (cells: readonly string[]): boolean =>
  named(cells).length > 0 && named(cells).every((cell) => UNIT.test(cell));

function plain(rows: readonly GridRow[]): GridRow[] {
  const read = once(plainCell);
  return rows.map(({ line, cells }) => ({ line, cells: cells.map(read) }));
}

/**
 * Finds the header among the first lines of a table: the line with the most names that `knows` recognises, else the
 * first that can be one. Lines above it are titles; lines that divide its names further belong to it. Undefined where no
 * line can be a header. This is the one place that knows what stands around a table's rows.
 */
export function findHeader(
  rows: readonly GridRow[],
  knows: (name: string) => boolean = () => false,
): FoundHeader | undefined {
  const grid = plain(rows.slice(0, LINES_SEARCHED));
  const figure = once(isFigure);
  const first = grid.findIndex(({ cells }) => canBeHeader(cells, figure));
  if (first < 0) return undefined;
  const best = likeliest(grid, first, knows, figure);
  let from = best;
  const lines = (first: number, last: number) => grid.slice(first, last + 1).map(({ cells }) => cells);
  while (from > 0 && best - from + 1 < LINES_STACKED && stacks(grid[from - 1]!.cells, lines(from, best)))
    from -= 1;
  let to = best;
  while (
    to + 1 < grid.length &&
    to - from + 1 < LINES_STACKED &&
    continues(lines(from, to), grid[to + 1]!.cells)
  )
    to += 1;
  return headerOf(grid, from, to, knows);
}

/** The line with the most known names, from the first that can be a header on. */
function likeliest(grid: readonly GridRow[], first: number, knows: Tells, figure: Tells): number {
  let best = first;
  let most = 0;
  for (const [at, { cells }] of grid.entries()) {
    if (at < first || cells.length <= most) continue;
    // What rows say may be known as well: a figure beside it tells that it is none of the header.
    const lost = cells.filter((cell) => cell !== "" && figure(cell)).length * 3;
    if (cells.length - lost <= most) continue;
    const names = distinct(cells);
    if (names.size - lost <= most || !canBeHeader(cells, figure)) continue;
    const score = [...names].filter(knows).length - lost;
    if (score <= most) continue;
    best = at;
    most = score;
  }
  return best;
}

/** The header that stands on these lines of the file, whatever they look like; undefined where they hold nothing. */
export function headerAt(
  rows: readonly GridRow[],
  [first, last]: readonly [number, number],
  knows: (name: string) => boolean = () => false,
): FoundHeader | undefined {
  const grid = plain(rows);
  const from = grid.findIndex(({ line }) => line >= first);
  const to = grid.findLastIndex(({ line }) => line <= last);
  return from < 0 || to < from || named(grid[to]!.cells).length === 0
    ? undefined
    : headerOf(grid, from, to, knows);
}

function headerOf(
  grid: readonly GridRow[],
  from: number,
  to: number,
  knows: (name: string) => boolean,
): FoundHeader {
  const last = grid[to + 1] && isUnits(grid[to + 1]!.cells) ? to + 1 : to;
  const names = joined(grid.slice(from, to + 1).map(({ cells }) => cells));
  return {
    names,
    from: grid[from]!.line,
    to: grid[last]!.line,
    bodyLine: grid[last + 1]?.line ?? grid[last]!.line + 1,
    titles: grid.slice(0, from).flatMap(({ cells }) => [...distinct(cells)].join(" ") || []),
    known: new Set(names.filter((name) => name !== "" && knows(name))).size,
  };
}

type Lines = readonly (readonly string[])[];

/** Where the line above holds names that these divide: it says nothing over the first column, or the same, or names it. */
function stacks(above: readonly string[], stack: Lines): boolean {
  const [lower = []] = stack;
  const names = named(above);
  const [first = ""] = names;
  if (names.length === 0 || names.some(isFigure) || NOTE.test(first) || LABEL.test(first) || isUnits(above))
    return false;
  const lead = leadOf(lower);
  if (distinct(above).size > 1 && !above.some((cell) => PAIR.test(cell))) {
    if (namesRest(above.slice(0, lead), stack)) return true;
    // A line that divides names farther right leaves those before it to the line above.
    if (lead > Math.min(...stack.map(leadOf)) && leadOf(above) > 0) return true;
  }
  const over = above[lead] ?? "";
  if (over !== "" && over !== lower[lead]) return false;
  // A title over the whole table stands over its first column as well.
  return over !== "" ? distinct(above).size > 1 : leadOf(above) > lead;
}

const leadOf = (cells: readonly string[]): number => cells.findIndex((cell) => cell !== "");
/** 保険者名:浜田市 is a particular of the table, no name of a column. */
const PAIR = /[:：]\s*[^\s)）]/;

/** Whether these first cells name columns to which the lines below give no name. */
const namesRest = (cells: readonly string[], stack: Lines): boolean =>
  named(cells).length > 0 &&
  cells.every((cell, at) => cell === "" || stack.every((line) => (line[at] ?? "") === ""));

/** Whether the lower line divides names of the upper: it has names, no figures, and no other name in its first column. */
function continues(stack: Lines, lower: readonly string[]): boolean {
  const upper = stack.at(-1)!;
  const names = named(lower);
  if (names.length === 0 || names.some(isFigure) || isUnits(lower)) return false;
  const lead = leadOf(upper);
  const said = lower[lead] ?? "";
  if (said !== "" && said === upper[lead])
    return lower.some((cell, at) => cell !== "" && cell !== (upper[at] ?? ""));
  if (said !== "") {
    // Rows fill the first column; what leaves it empty and divides a name farther right is of the header.
    const first = Math.min(...stack.map(leadOf));
    const isRow = (lower[first] ?? "") !== "" || names.some((name) => nothingOf(name) !== undefined);
    return first < lead && !isRow && names.length > 1;
  }
  const isGroup = (at: number) => ["", upper[at - 1], upper[at + 1]].includes(upper[at] ?? "");
  const divided = lower.some((cell, at) => cell !== "" && isGroup(at));
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

const SENTENCE_LETTERS = 25;

/**
 * Whether a line under the rows is a note: its first cell alone is filled, and begins as notes do or is a sentence; or it
 * explains a sign that stands for no figure.
 */
export function isNote(cells: readonly string[], width: number): boolean {
  if (width < 2 || (cells.length > 2 && cells[2] !== "" && cells[1] !== "")) return false;
  const filled = cells.filter((cell) => cell.trim() !== "").length;
  const first = plainCell(cells[0] ?? "");
  if (filled === 1)
    return NOTE.test(first) || (first !== "" && (/。$/.test(first) || first.length >= SENTENCE_LETTERS));
  return filled === 2 && width > 2 && isLegend(cells);
}

/** A sign that a table makes its own, and how it says that it stands for no figure. */
const OWN_SIGN = /^[^\p{L}\p{N}\s]{1,3}$/u;
const NO_FIGURE =
  /(数値|計数|数字|データ|統計項目|事実).*(ない|なし|無い|得られ|不明|不詳)|皆無|秘匿|不詳|該当(なし|しない)|未調査/;

/** Whether a line says what a sign means: `***`, 当該数値がないもの. */
export function isLegend(cells: readonly string[]): boolean {
  const [sign = "", meaning = "", ...rest] = cells.map(plainCell);
  const kind = nothingOf(sign);
  const known = kind !== undefined && kind !== "blank";
  return (
    (known || (OWN_SIGN.test(sign) && NO_FIGURE.test(meaning))) &&
    meaning.length > 1 &&
    !isFigure(meaning) &&
    named(rest).length === 0
  );
}
