import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rename } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { type CsvFile, inspectCsvFile, type Unreadable } from "#platform/files/csv-file.ts";
import { CsvBroken, readRecords } from "#platform/files/csv-reader.ts";
import { ok, type Result, refuse } from "#platform/kernel/result.ts";
import { type Band, Bands } from "./bands.ts";
import { bookToCsv, kindOfBook } from "./workbook.ts";

/** A file with tables, and how the parts of it begin. Of a book of Excel, the file is one of its sheets as CSV. */
export type TableFile = Readonly<{
  file: CsvFile;
  /** The sheets of a book, and which of them was read. */
  sheets: readonly string[];
  sheet: string | null;
  bands: readonly Band[];
}>;

/** The encoding of a book of Excel, as it is told. */
export const BOOK = "Excel";

/** Where a book stays beside its sheet, so that another of its sheets can be read. */
export const bookBeside = (csv: string): string => `${csv}.book`;

/**
 * Reads a file once, from end to end, and tells how to read it as a table: CSV, tab-separated, or a book of Excel, of which
 * one sheet is put down as CSV at `csv`. A book that lies there itself is moved aside first.
 */
export async function inspectTable(
  sent: string,
  csv: string,
  sheet?: string,
): Promise<Result<TableFile, Unreadable>> {
  if ((await kindOfBook(sent)) === undefined) return inspectSheet(sent, sent, { sheets: [], sheet: null });
  const path = sent === csv ? bookBeside(csv) : sent;
  if (sent === csv) await rename(sent, path);
  const book = await bookToCsv(path, csv, sheet);
  return book ? inspectSheet(path, csv, book) : refuse({ problem: "archive" });
}

async function inspectSheet(
  sent: string,
  path: string,
  book: Pick<TableFile, "sheets" | "sheet">,
): Promise<Result<TableFile, Unreadable>> {
  const inspected = await inspectCsvFile(path);
  if (!inspected.ok) return inspected;
  const file = sent === path ? inspected.value : { ...inspected.value, sha256: await digestOf(sent) };
  const bands = new Bands();
  try {
    for await (const { records } of readRecords(file))
      if (!records.every((record) => bands.see(record))) break;
    return ok({ file, ...book, bands: bands.found });
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
