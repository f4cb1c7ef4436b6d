import { CsvError, parse } from "csv-parse/sync";
import { restore } from "#platform/files/csv-writer.ts";
import { readText } from "#platform/files/read-text.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { FIELD } from "../../messages.ts";
import { IMPORT } from "../messages.ts";
import { fieldOfHead } from "../rules.ts";
import {
  type ImportField,
  type ImportFile,
  type ImportInput,
  type ImportRow,
  LONGEST_FILE_BYTES,
  MOST_ROWS,
} from "../schema.ts";

const REQUIRED = ["name", "sector", "areaId"] as const;

/** The text of what was sent; a sentence where it is no text. */
export async function textOf({ file, text }: ImportInput): Promise<Result<string>> {
  if (!file) return text === undefined ? refused(IMPORT.noFile) : ok(text);
  if (file.size > LONGEST_FILE_BYTES) return refused(IMPORT.tooLarge);
  const read = readText(await file.bytes());
  return read.ok ? ok(read.value.text.replace(/^\uFEFF/, "")) : refused(IMPORT.unreadable[read.error]);
}

const refused = (message: string) => invalid({ file: [message] });

type Numbered = { record: string[]; info: { lines: number } };

/** Reads the text of a file to rows; what can't be read at all gets one sentence and nothing else happens. */
export function readRows(text: string): Result<ImportFile> {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = firstLine.includes("\t") && !firstLine.includes(",") ? "\t" : ",";
  let records: Numbered[];
  try {
    records = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: 100_000,
    }) as unknown as Numbered[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The reader stops at a quote that is never closed; where it began can't be told for sure.
    return refused(IMPORT.broken);
  }
  const [first, ...rest] = records;
  if (!first) return refused(IMPORT.unreadable.empty);
  if (rest.length > MOST_ROWS) return refused(IMPORT.tooMany(MOST_ROWS));
  const head = first.record.map((cell) => cell.trim());
  const fields = head.map(fieldOfHead);
  const missing = REQUIRED.filter((field) => !fields.includes(field));
  if (missing.length > 0) return refused(IMPORT.missingColumns(missing.map((field) => FIELD[field])));
  const twice = fields.find((field, index) => field && fields.indexOf(field) !== index);
  if (twice) return refused(IMPORT.columnTwice(FIELD[twice]));
  const rows = rest.map(({ record, info }): ImportRow => {
    const cells: Partial<Record<ImportField, string>> = {};
    fields.forEach((field, index) => {
      if (field) cells[field] = restore(record[index] ?? "").trim();
    });
    // A quoted cell may hold line ends; the row is named by the line on which it begins.
    const inner = record.reduce((count, cell) => count + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return { line: info.lines - inner, cells, original: record };
  });
  return ok({ head, rows });
}
