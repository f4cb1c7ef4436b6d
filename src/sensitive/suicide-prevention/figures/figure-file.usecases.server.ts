import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readRecords } from "#platform/files/csv-reader.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { inspectTable } from "#platform/tables/reader.ts";
import { kindOfBook } from "#platform/tables/workbook.ts";
import { COLUMNS } from "../model/prevention-data.schema.ts";
import { SHEETS, type Sheet } from "../model/prevention-kinds.schema.ts";
import { type FigureRow, readFigureSheet } from "./figure-sheet.rules.ts";

const UNREADABLE = "この表を読み取れません。ExcelまたはCSVのファイルを選択してください。";
export type ReadFigures = Readonly<{
  book: boolean;
  sheets: readonly Readonly<{ sex: Sheet; rows: readonly FigureRow[] }>[];
}>;

/** Reads a table as the ministry publishes it: a book with three sheets, or one of them as CSV. The file goes at once. */
export async function readFigureFile(file: File, sex: Sheet | null): Promise<Result<ReadFigures>> {
  const folder = await mkdtemp(join(tmpdir(), "yui-table-"));
  try {
    const sent = join(folder, "sent");
    await writeFile(sent, Buffer.from(await file.arrayBuffer()), { mode: 0o600 });
    const book = (await kindOfBook(sent)) !== undefined;
    if (!book && sex === null) return invalid({ sex: ["CSVのときは、どのシートかを選択してください。"] });
    const sheets = [];
    for (const one of book ? SHEETS : [sex!]) {
      const table = await inspectTable(
        sent,
        join(folder, `${one}.csv`),
        book ? COLUMNS.sheets[one] : undefined,
      );
      if (!table.ok) return invalid({ file: [UNREADABLE] });
      const lines: (readonly string[])[] = [];
      for await (const { records } of readRecords(table.value.file))
        for (const { line, cells } of records) lines[line - 1] = cells;
      const rows = readFigureSheet(Array.from(lines, (cells) => cells ?? []));
      if (!rows.ok) return invalid({ file: [rows.error] });
      sheets.push({ sex: one, rows: rows.value });
    }
    return ok({ book, sheets });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
