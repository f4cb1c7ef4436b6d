import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { type CsvFile, inspectCsvFile, type Unreadable } from "#platform/files/csv-file.ts";
import { CsvBroken, readRecords } from "#platform/files/csv-reader.ts";
import { ok, type Result, refuse } from "#platform/kernel/result.ts";
import { type GridRow, LINES_SEARCHED } from "./header.ts";
import { bookToCsv, isArchive } from "./workbook.ts";

/** A file with a table, and its first lines. Of a book of Excel, the file is its first sheet as CSV. */
export type TableFile = Readonly<{ file: CsvFile; book: boolean; first: readonly GridRow[] }>;

/**
 * Reads a file once, from end to end, and tells how to read it as a table: CSV, tab-separated, or a book of Excel, whose
 * first sheet is put down as CSV under another path.
 */
export async function inspectTable(sent: string, sheet: string): Promise<Result<TableFile, Unreadable>> {
  const book = await isArchive(sent);
  const path = book ? sheet : sent;
  const sha256 = book ? await digestOf(sent) : undefined;
  if (book && !(await bookToCsv(sent, sheet))) return refuse({ problem: "archive" });
  const inspected = await inspectCsvFile(path);
  if (!inspected.ok) return inspected;
  const file = sha256 ? { ...inspected.value, sha256 } : inspected.value;
  try {
    const first: GridRow[] = [];
    for await (const { records } of readRecords(file)) {
      first.push(...records.slice(0, LINES_SEARCHED - first.length));
      if (first.length === LINES_SEARCHED) break;
    }
    return ok({ file, book, first });
  } catch (error) {
    if (error instanceof CsvBroken) return refuse(error.unreadable);
    throw error;
  }
}

/** The digest of the file as it was sent: the same file again is known by it. */
async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
