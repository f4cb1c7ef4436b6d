import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { SheetData } from "read-excel-file/node";
import { csvLine } from "#platform/files/csv-writer.ts";

/** A larger book is sent as CSV, which is read piece by piece. */
const LONGEST_BOOK_BYTES = 50 * 1024 * 1024;
const LONGEST_UNPACKED_BYTES = 500 * 1024 * 1024;

/** Whether the file begins as books of Excel do, which are ZIP archives. */
export async function isArchive(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4);
    return buffer.equals(Buffer.from("PK\x03\x04", "latin1"));
  } finally {
    await file.close();
  }
}

/**
 * Writes the first sheet of a book as CSV, one line a row, so that everything after reads one kind of file piece by
 * piece; the book may lie at the same path. False where it is none, or larger than memory should hold.
 */
export async function bookToCsv(path: string, sheet: string): Promise<boolean> {
  if ((await stat(path)).size > LONGEST_BOOK_BYTES) return false;
  if (!(await isHonestBook(path))) return false;
  let rows: SheetData;
  try {
    // Loaded only where there is a book: every command would pay for it.
    const { readSheet } = await import("read-excel-file/node");
    rows = await readSheet(createReadStream(path));
  } catch {
    // Any error here means that the file is not a readable workbook.
    return false;
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  await mkdir(dirname(sheet), { recursive: true, mode: 0o700 });
  const beside = `${sheet}.part`;
  const file = await open(beside, "w", 0o600);
  try {
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      await file.write(
        rows
          .slice(from, from + ROWS_AT_ONCE)
          .map((row) => csvLine(Array.from({ length: width }, (_, at) => textOf(row[at]))))
          .join(""),
      );
    await file.close();
    await rename(beside, sheet);
    return true;
  } finally {
    await rm(beside, { force: true });
  }
}

const ROWS_AT_ONCE = 1000;

/** Whether it says that it unpacks to what memory can hold, and holds a book. */
async function isHonestBook(path: string): Promise<boolean> {
  let unpacked = 0;
  let book = false;
  const { unzipSync } = await import("fflate");
  try {
    unzipSync(await readFile(path), {
      filter({ name, originalSize }) {
        unpacked += originalSize;
        book ||= name === "xl/workbook.xml";
        return false;
      },
    });
  } catch {
    return false;
  }
  return book && unpacked <= LONGEST_UNPACKED_BYTES;
}

/** A cell as it would be typed. A row stays one line. */
function textOf(cell: unknown): string | number | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) {
    const text = cell.toISOString();
    return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 16).replace("T", " ");
  }
  if (typeof cell === "number") return Number.parseFloat(cell.toPrecision(15));
  return String(cell).replace(/[\r\n]+/g, " ");
}
