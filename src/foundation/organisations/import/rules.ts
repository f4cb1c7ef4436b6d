import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { nothingOf, plainCell } from "#platform/tables/cells.ts";
import type { ReadRow, Wrong } from "#platform/tables/column-table.ts";
import { ERRORS, HIDDEN, YES_NO } from "../messages.ts";
import { foldedName } from "../name.rules.ts";
import { readDraft } from "../rules.ts";
import type { Draft, DraftFields, Organisation, Sector } from "../schema.ts";
import { lostZero } from "../telephone.rules.ts";
import type { ImportField, OrganisationRowOfFile } from "./columns.schema.ts";
import { type Places, placeOf } from "./location.rules.ts";
import { IMPORT } from "./messages.ts";
import { sectorOf } from "./sector.rules.ts";

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
  places: Places;
  /** The area of the reach to which a municipality belongs. */
  homes: ReadonlyMap<AreaId, Readonly<{ id: AreaId; name: string }>>;
  /** What was said of all rows, and the municipalities there. */
  whole: Readonly<{ area: AreaId; places: ReadonlySet<AreaId> }> | undefined;
}>;

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

/** The word that lets the zero be put back before telephone numbers. */
export const FILL_ZERO = "補う";

/** Home area and folded name, by which a row without id is found again. */
export const pairKey = (area: AreaId, name: string): string => `${area}\0${foldedName(name)}`;

const nameOf = (row: OrganisationRowOfFile): string =>
  row.text("name").normalize("NFC").replace(/\s+/g, " ").trim();

/**
 * The home area of a row: as it says, as all rows are said to be, else the area of the sender in which its address lies.
 * "elsewhere" is a row whose address lies out of what was asked for.
 */
export function homeOf(
  row: OrganisationRowOfFile,
  { areas, places, homes, reach, whole }: Pick<Known, "areas" | "places" | "homes" | "reach" | "whole">,
): AreaId | "elsewhere" | undefined {
  const said = row.text("areaId");
  const area = said === "" ? undefined : areas.get(said);
  if (area && area !== whole?.area) return area;
  if (said !== "" && !area) return undefined;
  const found = placeOf(
    {
      code: row.text("code"),
      prefecture: row.text("prefecture"),
      city: row.text("city"),
      address: row.text("address"),
      publisher: row.text("publisher"),
    },
    places,
  );
  if (whole && area)
    return found.length === 0 || found.some((one) => whole.places.has(one)) ? area : "elsewhere";
  if (reach === "all") return found.length === 1 ? found[0] : undefined;
  const own = [...new Set(found.flatMap((one) => homes.get(one)?.id ?? []))];
  return own.length === 1 ? own[0] : found.length > 0 ? "elsewhere" : undefined;
}

export function pairOf(
  row: OrganisationRowOfFile,
  known: Parameters<typeof homeOf>[1],
): { area: AreaId; name: string } | undefined {
  const area = homeOf(row, known);
  return area === undefined || area === "elsewhere" ? undefined : { area, name: nameOf(row) };
}

/** A row as an organisation, found again by its id, else by home area and name; or every problem that it has. */
export function readRow(
  row: OrganisationRowOfFile,
  known: Known,
): ReadRow<ImportField, ImportedOrganisation> {
  const byId = known.byId.get(row.text("id") as OrganisationId);
  const home = homeOf(row, known);
  if (home === "elsewhere" && !byId) return "skipped";
  const pair = pairOf(row, known);
  const stored = byId ?? (pair && known.byName.get(pairKey(pair.area, pair.name)));
  const { fields, wrong } = fieldsOfRow(
    row,
    stored,
    known,
    pair?.area ?? (row.text("areaId") === "" ? byId?.areaId : undefined),
  );
  const { draft, errors = {} } = readDraft(fields);
  const said = new Set(wrong.map(({ key }) => key));
  const more = Object.entries(errors)
    .map(([key, mends]) => ({ key: key as ImportField, mend: mends.join(" ") }))
    .filter(({ key }) => !said.has(key));
  if (!draft || wrong.length + more.length > 0) return [...wrong, ...more];
  if (known.reach !== "all" && !known.reach.includes(draft.areaId)) {
    const larger = known.homes.get(draft.areaId);
    return [{ key: "areaId", mend: larger ? IMPORT.largerHome(larger.name) : ERRORS.foreignArea }];
  }
  if (stored && stored.areaId !== draft.areaId) return [{ key: "areaId", mend: ERRORS.fixedArea }];
  return { line: row.line, key: pairKey(draft.areaId, draft.name), draft, stored };
}

/** A second row for the same organisation is reported as a mistake. */
export const repeated = (first: number): Wrong<ImportField> => ({
  key: "name",
  mend: IMPORT.sameAsLine(first),
});

const CONTACTS: ReadonlySet<ImportField> = new Set([
  "kana",
  "desk",
  "phone",
  "fax",
  "email",
  "postalCode",
  "address",
  "website",
]);

/** Telephone numbers and postal codes without what lists write around them. */
const TIDIED: Partial<Record<ImportField, (text: string) => string>> = {
  phone: (text) => text.normalize("NFKC").replace(/\s*[(（]?(代表|代)[)）]?\s*$/, ""),
  fax: (text) => text.normalize("NFKC").replace(/\s*[(（]?(代表|代)[)）]?\s*$/, ""),
  postalCode: (text) => text.replace(/^〒\s*/, ""),
};

type TextField = Exclude<ImportField & keyof Draft, "sector" | "servedAreas" | "published">;

/**
 * A row's cells as the fields of a form. What the file does not tell keeps what stands: a column that it lacks, and the
 * sign that the export writes where its reader may not see a field.
 */
function fieldsOfRow(
  row: OrganisationRowOfFile,
  stored: Organisation | undefined,
  { areas, byId }: Known,
  areaId: AreaId | undefined,
): { fields: DraftFields; wrong: Wrong<ImportField>[] } {
  const wrong: Wrong<ImportField>[] = [];
  const text = (key: TextField): string => {
    const cell = row.text(key);
    if (!row.has(key) || plainCell(cell) === plainCell(HIDDEN))
      return (stored?.[key] as string | null | undefined) ?? "";
    if (CONTACTS.has(key) && nothingOf(plainCell(cell))) return "";
    return TIDIED[key]?.(cell) ?? cell;
  };
  const number = (key: "phone" | "fax"): string => {
    const typed = text(key);
    return lostZero(typed) && row.text("lostZero").startsWith(FILL_ZERO) ? `0${typed.trim()}` : typed;
  };
  const home = row.text("areaId");
  if (!areaId) wrong.push({ key: "areaId", mend: home ? IMPORT.unknownArea(home) : IMPORT.noPlace });
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
  const kind = row.text("sector");
  const sector = sectorOf(kind || row.text("name"));
  if (!sector) wrong.push({ key: "sector", mend: IMPORT.unknownSector });
  const byItsId = stored !== undefined && byId.has(row.text("id") as OrganisationId);
  return {
    wrong,
    fields: {
      // Found by its name, it keeps the spelling that stands.
      name: stored && !byItsId ? stored.name : text("name"),
      kana: text("kana"),
      sector: sector ?? ("" as Sector),
      areaId: areaId ?? "?",
      servedAreas: row.has("servedAreas") ? servedAreas : [...(stored?.servedAreas ?? [])],
      desk: text("desk"),
      phone: number("phone"),
      fax: number("fax"),
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
