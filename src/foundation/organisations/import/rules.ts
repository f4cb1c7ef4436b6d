import { normaliseWords } from "#foundation/areas/public.ts";
import { ERRORS, FIELD, SECTOR_NAMES, YES_NO } from "../messages.ts";
import { type DraftFields, type Organisation, SECTORS, type Sector } from "../schema.ts";
import { IMPORT } from "./messages.ts";
import type { ImportField, ImportRow, RowError } from "./schema.ts";

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

/** The column that a head of a file names. */
export function fieldOfHead(head: string): ImportField | undefined {
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
