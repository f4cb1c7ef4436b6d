import type { CsvFile } from "#platform/files/csv-file.ts";
import { type CsvRecord, readRecords } from "#platform/files/csv-reader.ts";
import { updateBatch } from "./batch-store.ts";
import type { Meaning } from "./columns.ts";
import { isNote } from "./header.ts";
import {
  type Choices,
  type Counts,
  type ImportBatch,
  NO_COUNTS,
  type Problem,
  type RejectedRow,
} from "./import.ts";
import { addRejectedRows, clearRejectedRows } from "./import-store.ts";
import type { Place } from "./layout.ts";
import { type Apart, Aside, type Question } from "./questions.ts";
import { BOOK } from "./reader.ts";
import type { Doing, RowTaker, Taken, Taking } from "./table-in.ts";
import { keep } from "./text.ts";

/** Of one file, in which every row is bad, this many are kept to be mended. */
export const REJECTED_KEPT = 100_000;
const PROGRESS_MS = 700;

/**
 * Reads the file from end to end and hands its rows to the module, in the transaction of the permit. Bad rows and
 * progress are written down outside that transaction, to be seen meanwhile.
 */
export async function takeTable<P extends Doing, M extends Meaning, C extends Choices>(
  taking: Taking<P, M, C>,
  taker: RowTaker,
): Promise<Readonly<{ counts: Counts; changes: unknown; questions: readonly Question[]; apart: Apart }>> {
  const { batch, path } = taking;
  // Of a book the sheet was put down by us.
  const encoding = batch.encoding === BOOK ? "UTF-8" : batch.encoding;
  const file = { path, encoding, delimiter: batch.delimiter } as CsvFile;
  const width = batch.header!.length;
  const rejects = new Rejects(taking as unknown as Taking);
  await rejects.clear();

  let read = 0;
  let skipped = 0;
  let rejected = 0;
  const aside = new Aside();
  let reported = performance.now();
  // Imports of before know no line: their rows begin behind the first line that is not empty.
  let bodyLine = batch.bodyLine;
  const table = tableOf(batch);
  for await (const { records, bytesRead } of readRecords(file)) {
    bodyLine ??= records[0]!.line + 1;
    const rows = rowsOfTable(records, bodyLine, table);
    await taker.learn?.(rows);
    for (const record of rows) {
      read += 1;
      const taken = isNote(record.cells, width) ? "skipped" : taker.take(record);
      if (taken === undefined) continue;
      if (taken === "skipped" || "apart" in taken) {
        skipped += 1;
        if (taken !== "skipped") aside.add(taken.apart);
        continue;
      }
      rejected += 1;
      rejects.push(record, taken);
    }
    await rejects.flush();
    await taker.flush();
    if (performance.now() - reported > PROGRESS_MS) {
      reported = performance.now();
      await taking.beside((own) =>
        updateBatch(own, batch, { bytesRead, counts: { ...NO_COUNTS, read, skipped, rejected } }),
      );
    }
  }
  const { late, changes, questions = [], apart = {}, ...counts } = await taker.end();
  if (late) await rejects.add(await lateRows(file, late, table));
  return {
    counts: { read, skipped, rejected: rejected + (late?.count ?? 0), ...counts },
    changes,
    questions,
    apart: { ...aside.counts, ...apart },
  };
}

/** Where the rows of a file stand, and what was mended of them. */
type Table = Readonly<{
  place: Pick<Place, "last" | "columns"> | undefined;
  mended: ReadonlyMap<number, readonly string[]>;
}>;
const tableOf = ({ layout, mended }: Pick<ImportBatch, "layout" | "mended">): Table => ({
  place: layout?.place,
  mended: new Map(mended.map(({ line, cells }) => [line, cells])),
});

/** The records of a file that are rows of its table, each with its own columns alone, and as it was mended. */
function rowsOfTable(
  records: readonly CsvRecord[],
  first: number,
  { place, mended }: Table,
): readonly CsvRecord[] {
  const last = place?.last ?? Number.POSITIVE_INFINITY;
  const whole = records[0]!.line >= first && records.at(-1)!.line <= last;
  const rows = whole ? records : records.filter(({ line }) => line >= first && line <= last);
  const own = place?.columns ? rows.map((row) => cut(row, place.columns!)).filter(isFilled) : rows;
  if (mended.size === 0) return own;
  return own.map((row) => {
    const cells = mended.get(row.line);
    return cells ? { line: row.line, cells } : row;
  });
}

const cut = (row: CsvRecord, [from, count]: NonNullable<Place["columns"]>): CsvRecord => ({
  ...row,
  cells: row.cells.slice(from, from + count),
});
const isFilled = ({ cells }: CsvRecord): boolean => cells.some((cell) => cell.trim() !== "");

/** Writes bad rows down as they come, in their own transactions. */
class Rejects {
  readonly #taking: Pick<Taking, "batch" | "beside">;
  #waiting: RejectedRow[] = [];
  #kept = 0;

  constructor(taking: Pick<Taking, "batch" | "beside">) {
    this.#taking = taking;
  }

  clear(): Promise<void> {
    return this.#taking.beside((own) => clearRejectedRows(own, this.#taking.batch));
  }

  push({ line, cells }: CsvRecord, problems: readonly Problem[]): void {
    if (this.#kept >= REJECTED_KEPT) return;
    this.#kept += 1;
    this.#waiting.push({ line, cells: cells.map(keep), problems });
  }

  async flush(): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    await this.add(rows);
  }

  async add(rows: readonly RejectedRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#taking.beside((own) => addRejectedRows(own, this.#taking.batch, rows));
  }
}

/** The rows that turned out to be bad only afterwards, read from the file once more. */
async function lateRows(
  file: CsvFile,
  { problems }: NonNullable<Taken["late"]>,
  table: Table,
): Promise<RejectedRow[]> {
  const rows: RejectedRow[] = [];
  if (problems.size === 0) return rows;
  for await (const { records } of readRecords(file)) {
    for (const { line, cells } of rowsOfTable(records, 1, table)) {
      const problemOf = problems.get(line);
      if (problemOf) rows.push({ line, cells: cells.map(keep), problems: [problemOf(cells)] });
    }
    if (rows.length === problems.size) break;
  }
  return rows;
}
