import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { type CellObject, type DenseWorkSheet, read, SSF, set_cptable, type WorkBook } from "@e965/xlsx";
import { csvLine } from "#platform/files/csv-writer.ts";
import type { Book, BookWork } from "./workbook.ts";

/** Reads a book and writes a sheet of it down, in a thread of its own; its one message is the book. */

type Text = string | number | null;
/** Rows and cells that say nothing are left out. */
type Rows = ((CellObject | undefined)[] | undefined)[];

const ROWS_AT_ONCE = 1000;
/** Nobody merges more cells than a page has; a book that says so wants our memory. */
const MOST_MERGED = 5000;

async function bookOf({ path, csv, old, sheet }: BookWork): Promise<Book | undefined> {
  // Books of before 1997 hold their letters in the code page of their machine.
  if (old) set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  const bytes = readFileSync(path);
  const sheets = visible(read(bytes, { bookSheets: true, bookProps: true }));
  for (const name of sheet === undefined ? sheets : sheets.filter((one) => one === sheet)) {
    const book = read(bytes, {
      sheets: [name],
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
    });
    const rows = (book.Sheets[name] as DenseWorkSheet | undefined)?.["!data"] ?? [];
    const holdsTable = rows.filter((row) => row && row.filter(says).length > 1).length > 1;
    if (!holdsTable && name !== sheet && name !== sheets.at(-1)) continue;
    fillMerged(book, name, rows);
    write(rows, csv, book.Workbook?.WBProps?.date1904 === true);
    return { sheets, sheet: name };
  }
  return undefined;
}

const visible = ({ SheetNames, Workbook }: WorkBook): string[] =>
  SheetNames.filter((_, at) => !Workbook?.Sheets?.[at]?.Hidden);

const says = (cell: CellObject | undefined): boolean =>
  cell !== undefined && cell !== null && cell.t !== "z" && cell.v !== undefined && cell.v !== "";

/** What a merged cell says holds for each of its cells, within the rows and columns that say anything. */
function fillMerged({ Sheets }: WorkBook, name: string, rows: Rows): void {
  const width = widthOf(rows);
  for (const { s, e } of Sheets[name]?.["!merges"] ?? []) {
    const cell = rows[s.r]?.[s.c];
    const right = Math.min(e.c, width - 1);
    if (!cell || !says(cell) || (e.r - s.r + 1) * (right - s.c + 1) > MOST_MERGED) continue;
    // A figure over merged cells is one figure; a year or a name holds for each of them.
    if (cell.t === "n" && !(e.c === s.c && isYear(cell.v as number))) continue;
    for (let at = s.r; at <= Math.min(e.r, rows.length - 1); at++) {
      rows[at] ??= [];
      for (let column = s.c; column <= right; column++) rows[at]![column] = cell;
    }
  }
}

const isYear = (said: number): boolean => said >= 1870 && said <= 2200;

const widthOf = (rows: Rows): number =>
  rows.reduce((widest, row) => Math.max(widest, (row ?? []).findLastIndex(says) + 1), 0);

/** A cell as it would be typed. A row stays one line. */
function textOf({ t, v, w, z }: CellObject, date1904: boolean): Text {
  if (t === "z" || v === undefined || v === null || v === "") return null;
  if (t === "e") return w ?? "#N/A";
  if (typeof v !== "number") return String(v).replace(/[\r\n]+/g, " ");
  const format = typeof z === "string" ? z : "";
  if (format !== "" && SSF.is_date(format)) return dayOf(v, date1904);
  if (/^0+$/.test(format) && Number.isInteger(v) && v >= 0) return String(v).padStart(format.length, "0");
  const value = Number.parseFloat((/%/.test(format) ? v * 100 : v).toPrecision(15));
  return /%/.test(format) ? `${value}%` : value;
}

function dayOf(serial: number, date1904: boolean): string {
  const { y, m, d, H, M } = SSF.parse_date_code(serial, { date1904 });
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${y}-${two(m)}-${two(d)}`;
  return H === 0 && M === 0 ? day : `${day} ${two(H)}:${two(M)}`;
}

/** Writes the rows to the last that says something, each where it stands in the book, and lets go of what is written. */
function write(rows: Rows, csv: string, date1904: boolean): void {
  const width = widthOf(rows);
  const length = rows.findLastIndex((row) => row?.some(says)) + 1;
  const beside = `${csv}.part`;
  const file = openSync(beside, "w", 0o600);
  try {
    for (let from = 0; from < length; from += ROWS_AT_ONCE) {
      // Rows that say nothing are holes, and lines all the same.
      const lines = Array.from(rows.slice(from, Math.min(length, from + ROWS_AT_ONCE)), (row) =>
        csvLine(
          Array.from({ length: width }, (_, at) => {
            const cell = row?.[at];
            return cell ? textOf(cell, date1904) : null;
          }),
        ),
      );
      rows.fill([], from, from + ROWS_AT_ONCE);
      writeSync(file, lines.join(""));
    }
    closeSync(file);
    renameSync(beside, csv);
  } finally {
    rmSync(beside, { force: true });
  }
}

parentPort!.postMessage(await bookOf(workerData as BookWork).catch(() => undefined));
