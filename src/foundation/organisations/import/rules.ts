import { CsvError, parse } from "csv-parse/sync";
import { normaliseWords } from "#foundation/areas/public.ts";
import { restore } from "#platform/files/csv-writer.ts";
import { readText } from "#platform/files/read-text.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { ERRORS, FIELD, SECTOR_NAMES, YES_NO } from "../messages.ts";
import { type DraftFields, type Organisation, SECTORS, type Sector } from "../schema.ts";
import { IMPORT } from "./messages.ts";
import type { ImportField, ImportFile, ImportRow, RowError } from "./schema.ts";

export const LONGEST_FILE_BYTES = 5 * 1024 * 1024;
const MOST_ROWS = 10_000;

/** The columns of import and export in the order of the file. */
export const COLUMNS = [
  "name",
  "kana",
  "sector",
  "areaId",
  "servedAreas",
  "desk",
  "phone",
  "fax",
  "email",
  "postalCode",
  "address",
  "website",
  "note",
  "published",
  "validFrom",
  "validTo",
  "id",
] as const satisfies readonly ImportField[];

const REQUIRED = ["name", "sector", "areaId"] as const;

/** Heads by which people call a column, besides its label and its English name. */
const ALIASES: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  name: ["機関名", "団体名", "名前", "organisation", "organization"],
  kana: ["ふりがな", "フリガナ", "カナ", "読み"],
  sector: ["区分", "種別"],
  areaId: ["地域", "圏域", "area"],
  servedAreas: ["受け持ち地域", "areas"],
  phone: ["電話番号", "tel"],
  fax: ["ファックス", "FAX番号"],
  email: ["メールアドレス", "e-mail", "mail"],
  address: ["住所"],
  website: ["url", "ホームページ"],
  note: ["備考"],
};

/** The text of a file that was sent, to hold until it has been checked; or the sentence that says why it is none. */
export function textOfUpload(bytes: Uint8Array): string | { refused: string } {
  if (bytes.length > LONGEST_FILE_BYTES) return { refused: IMPORT.tooLarge };
  const read = readText(bytes);
  return read.ok ? read.value.text.replace(/^\uFEFF/, "") : { refused: IMPORT.unreadable[read.error] };
}

type Numbered = { record: string[]; info: { lines: number } };

/** Reads the bytes of a file to rows; what can't be read at all gets one sentence and nothing else happens. */
export function readImportFile(bytes: Uint8Array): Result<ImportFile> {
  const refused = (message: string) => invalid({ file: [message] });
  if (bytes.length > LONGEST_FILE_BYTES) return refused(IMPORT.tooLarge);
  const read = readText(bytes);
  if (!read.ok) return refused(IMPORT.unreadable[read.error]);
  const text = read.value.text.replace(/^\uFEFF/, "");
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

function fieldOfHead(head: string): ImportField | undefined {
  const word = normaliseWords(head);
  return COLUMNS.find((field) =>
    [FIELD[field], field, ...(ALIASES[field] ?? [])].some((name) => normaliseWords(name) === word),
  );
}

const SECTOR_BY_WORD = new Map<string, Sector>(
  SECTORS.flatMap((sector) =>
    [sector, SECTOR_NAMES[sector].ja, SECTOR_NAMES[sector].en].map(
      (word) => [normaliseWords(word), sector] as const,
    ),
  ),
);

const TRUTH: Readonly<Record<string, boolean>> = {
  [YES_NO.yes]: true,
  [YES_NO.no]: false,
  公開: true,
  非公開: false,
  "1": true,
  "0": false,
  yes: true,
  no: false,
  true: true,
  false: false,
  "○": true,
  "×": false,
  "": false,
};

/** The words that name areas in a cell: parted by commas, semicolons, spaces or line ends. */
export const areaWordsOf = (cell: string): string[] =>
  cell.split(/[,、，;；\s]+/).filter((word) => word !== "");

/**
 * A row's cells as the fields of a form. Columns that the file lacks keep what stands; `areas` maps the words of the
 * file to the ids that they name.
 */
export function fieldsOfRow(
  row: ImportRow,
  stored: Organisation | undefined,
  areas: ReadonlyMap<string, string>,
): { fields: DraftFields; errors: RowError[] } {
  const errors: RowError[] = [];
  const wrong = (field: ImportField, mend: string) =>
    errors.push({ line: row.line, column: FIELD[field], value: row.cells[field] ?? "", mend });
  const text = (field: Exclude<ImportField, "sector" | "servedAreas" | "published" | "id">): string =>
    row.cells[field] ?? (stored?.[field] as string | null | undefined) ?? "";
  const areaId = areas.get(row.cells.areaId ?? "");
  if (row.cells.areaId && !areaId) wrong("areaId", IMPORT.unknownArea(row.cells.areaId));
  const servedAreas: string[] = [];
  for (const word of row.cells.servedAreas === undefined ? [] : areaWordsOf(row.cells.servedAreas)) {
    const id = areas.get(word);
    if (id) servedAreas.push(id);
    else wrong("servedAreas", IMPORT.unknownArea(word));
  }
  const published =
    row.cells.published === undefined
      ? (stored?.published ?? false)
      : (TRUTH[row.cells.published.normalize("NFKC").toLowerCase()] ?? TRUTH[row.cells.published]);
  if (published === undefined) wrong("published", ERRORS.published);
  return {
    errors,
    fields: {
      name: text("name"),
      kana: text("kana"),
      // An unknown word goes through as it is, so that the field's own sentence names the mend.
      sector: SECTOR_BY_WORD.get(normaliseWords(row.cells.sector ?? "")) ?? (row.cells.sector as Sector),
      areaId: areaId ?? (row.cells.areaId ? "?" : ""),
      servedAreas: row.cells.servedAreas === undefined ? [...(stored?.servedAreas ?? [])] : servedAreas,
      desk: text("desk"),
      phone: text("phone"),
      fax: text("fax"),
      email: text("email"),
      postalCode: text("postalCode"),
      address: text("address"),
      website: text("website"),
      note: text("note"),
      published: published ?? false,
      validFrom: text("validFrom"),
      validTo: text("validTo"),
    },
  };
}
