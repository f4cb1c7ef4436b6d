import { normaliseWords } from "#foundation/areas/public.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { ReadRow, Row, Wrong } from "#platform/tables/column-table.ts";
import type { Column } from "#platform/tables/columns.ts";
import { ERRORS, FIELD, SECTOR_NAMES, YES_NO } from "../messages.ts";
import { readDraft } from "../rules.ts";
import { type Draft, type DraftFields, type Organisation, SECTORS, type Sector } from "../schema.ts";
import { IMPORT } from "./messages.ts";

/** The columns of import and export in the order of the file, with the heads by which people call them. */
export const COLUMNS = [
  {
    key: "name",
    header: FIELD.name,
    synonyms: ["機関名", "団体名", "名前", "organisation", "organization"],
    required: true,
  },
  { key: "kana", header: FIELD.kana, synonyms: ["ふりがな", "フリガナ", "カナ", "読み"] },
  {
    key: "sector",
    header: FIELD.sector,
    synonyms: ["区分", "種別"],
    required: true,
    forAll: { label: "全部の行の分野", hint: "分野の列がない場合に入力します。例　病院・診療所" },
  },
  {
    key: "areaId",
    header: FIELD.areaId,
    synonyms: ["地域", "圏域", "area"],
    required: true,
    forAll: { label: "全部の行の所在地域", hint: "所在地域の列がない場合に入力します。例　浜田圏域" },
  },
  { key: "servedAreas", header: FIELD.servedAreas, synonyms: ["受け持ち地域", "areas"] },
  { key: "desk", header: FIELD.desk },
  { key: "phone", header: FIELD.phone, synonyms: ["電話番号", "tel"] },
  { key: "fax", header: FIELD.fax, synonyms: ["ファックス", "FAX番号"] },
  { key: "email", header: FIELD.email, synonyms: ["メールアドレス", "e-mail", "mail"] },
  { key: "postalCode", header: FIELD.postalCode },
  { key: "address", header: FIELD.address, synonyms: ["住所"] },
  { key: "website", header: FIELD.website, synonyms: ["url", "ホームページ"] },
  { key: "note", header: FIELD.note, synonyms: ["備考"] },
  { key: "published", header: FIELD.published },
  { key: "validFrom", header: FIELD.validFrom },
  { key: "validTo", header: FIELD.validTo },
  { key: "id", header: FIELD.id },
] as const satisfies readonly Column[];
/** The columns that may be told for all rows. */
export const FOR_ALL = COLUMNS.filter((column) => "forAll" in column);
export type ImportField = (typeof COLUMNS)[number]["key"];
export type OrganisationRowOfFile = Row<ImportField>;

/** What a row becomes: what it says, and what stands; undefined where it is new. */
export type ImportedOrganisation = Readonly<{
  line: number;
  key: string;
  draft: Draft;
  stored: Organisation | undefined;
}>;

/** What rows are read with: the areas and organisations that they name, and where their sender may write. */
export type Known = Readonly<{
  areas: ReadonlyMap<string, AreaId>;
  byId: ReadonlyMap<OrganisationId, Organisation>;
  byName: ReadonlyMap<string, Organisation>;
  reach: readonly AreaId[] | "all";
}>;

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

/** Home area and name, by which a row without id is found again. */
export const pairKey = (area: AreaId, name: string): string => `${area}\0${name}`;

export function pairOf(
  row: OrganisationRowOfFile,
  areas: Known["areas"],
): { area: AreaId; name: string } | undefined {
  const area = areas.get(row.text("areaId"));
  return area && { area, name: row.text("name").normalize("NFC").replace(/\s+/g, " ").trim() };
}

/** A row as an organisation, found again by its id, else by home area and name; or every problem that it has. */
export function readRow(
  row: OrganisationRowOfFile,
  known: Known,
): ReadRow<ImportField, ImportedOrganisation> {
  const pair = pairOf(row, known.areas);
  const stored =
    known.byId.get(row.text("id") as OrganisationId) ??
    (pair && known.byName.get(pairKey(pair.area, pair.name)));
  const { fields, wrong } = fieldsOfRow(row, stored, known.areas);
  const { draft, errors = {} } = readDraft(fields);
  const said = new Set(wrong.map(({ key }) => key));
  const more = Object.entries(errors)
    .map(([key, mends]) => ({ key: key as ImportField, mend: mends.join(" ") }))
    .filter(({ key }) => !said.has(key));
  if (!draft || wrong.length + more.length > 0) return [...wrong, ...more];
  if (known.reach !== "all" && !known.reach.includes(draft.areaId))
    return [{ key: "areaId", mend: ERRORS.foreignArea }];
  if (stored && stored.areaId !== draft.areaId) return [{ key: "areaId", mend: ERRORS.fixedArea }];
  return { line: row.line, key: pairKey(draft.areaId, draft.name), draft, stored };
}

/** A second row for the same organisation is reported as a mistake. */
export const repeated = (first: number): Wrong<ImportField> => ({
  key: "name",
  mend: IMPORT.sameAsLine(first),
});

/**
 * A row's cells as the fields of a form. Columns that the file lacks keep what stands; `areas` maps the words of the
 * file to the ids that they name.
 */
function fieldsOfRow(
  row: OrganisationRowOfFile,
  stored: Organisation | undefined,
  areas: Known["areas"],
): { fields: DraftFields; wrong: Wrong<ImportField>[] } {
  const wrong: Wrong<ImportField>[] = [];
  const text = (key: Exclude<ImportField, "sector" | "servedAreas" | "published" | "id">): string =>
    row.has(key) ? row.text(key) : ((stored?.[key] as string | null | undefined) ?? "");
  const home = row.text("areaId");
  const areaId = areas.get(home);
  if (home && !areaId) wrong.push({ key: "areaId", mend: IMPORT.unknownArea(home) });
  const servedAreas: string[] = [];
  for (const word of areaWordsOf(row.text("servedAreas"))) {
    const id = areas.get(word);
    if (id) servedAreas.push(id);
    else wrong.push({ key: "servedAreas", mend: IMPORT.unknownArea(word) });
  }
  const told = row.text("published");
  const published = row.has("published")
    ? (TRUTH[told.normalize("NFKC").toLowerCase()] ?? TRUTH[told])
    : (stored?.published ?? false);
  if (published === undefined) wrong.push({ key: "published", mend: ERRORS.published });
  return {
    wrong,
    fields: {
      name: text("name"),
      kana: text("kana"),
      // An unknown word goes through as it is, so that the field's own sentence names the mend.
      sector: SECTOR_BY_WORD.get(normaliseWords(row.text("sector"))) ?? (row.text("sector") as Sector),
      areaId: areaId ?? (home ? "?" : ""),
      servedAreas: row.has("servedAreas") ? servedAreas : [...(stored?.servedAreas ?? [])],
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
