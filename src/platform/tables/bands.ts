import { type GridRow, LINES_SEARCHED } from "./header.ts";

/** Lines of a sheet between two blank ones: how it begins, and its first and last line. */
export type Band = Readonly<{ from: number; to: number; lines: readonly GridRow[] }>;

/** Tables are told from one another in so many lines; a longer file is one table. */
export const LINES_PARTED = 20_000;
const MOST_BANDS = 100;
/** Later bands are told by their header alone. */
const LINES_LATER = 12;
const LONGEST_CELL = 200;

/** Parts the lines of a sheet where blank ones stand between them. */
export class Bands {
  readonly found: { from: number; to: number; lines: GridRow[] }[] = [];
  #next = 0;

  /** False where enough was seen. */
  see({ line, cells }: GridRow): boolean {
    if (line > LINES_PARTED) return false;
    const last = this.found.at(-1);
    if (cells.every((cell) => cell.trim() === "")) return true;
    const goesOn = last && (line === this.#next || this.found.length === MOST_BANDS);
    const band = goesOn ? last : { from: line, to: line, lines: [] };
    if (!goesOn) this.found.push(band);
    this.#next = line + heightOf(cells);
    band.to = this.#next - 1;
    if (band.lines.length < (this.found.length === 1 ? LINES_SEARCHED : LINES_LATER))
      band.lines.push({ line, cells: cells.map((cell) => cell.slice(0, LONGEST_CELL)) });
    return true;
  }
}

/** How many lines a row takes: a cell may hold line ends. */
const heightOf = (cells: readonly string[]): number =>
  1 + cells.reduce((lines, cell) => lines + (cell.includes("\n") ? cell.split("\n").length - 1 : 0), 0);
