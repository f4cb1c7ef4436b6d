import { CsvError, parse } from "csv-parse/sync";
import { restore } from "#platform/files/csv-writer.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { TABLE } from "./activity-import.messages.ts";

/** A row of the table; `line` is the line of the file on which it begins, the first being 1. */
export type TableRow = Readonly<{ line: number; cells: readonly string[] }>;
export type Table = Readonly<{ head: readonly string[]; rows: readonly TableRow[] }>;

export const MOST_ROWS = 50_000;

type Numbered = { record: string[]; info: { lines: number } };

/** A table divided by commas or tabs, heads first. */
export function readTable(text: string): Result<Table> {
  const refused = (sentence: string) => invalid({ file: [sentence] });
  if (text.trim() === "") return refused(TABLE.unreadable.empty);
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = first.includes("\t") && !first.includes(",") ? "\t" : ",";
  let records: Numbered[];
  try {
    const options = {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    };
    records = parse(text, options) as unknown as Numbered[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused(TABLE.openQuote(Number(error.lines)));
  }
  const [head, ...rows] = records.map(({ record, info }): TableRow => {
    // A quoted cell may hold line ends.
    const inner = record.reduce((count, cell) => count + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return { line: info.lines - inner, cells: record.map((cell) => restore(cell).trim()) };
  });
  if (!head || rows.length === 0) return refused(TABLE.noRows);
  if (rows.length > MOST_ROWS) return refused(TABLE.tooMany(rows.length, MOST_ROWS));
  return ok({ head: head.cells, rows });
}
