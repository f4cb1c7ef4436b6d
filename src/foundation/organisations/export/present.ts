import type { ListColumn } from "#platform/lists/list.ts";
import { FIELD, HIDDEN, sectorLabel, YES_NO } from "../messages.ts";
import type { OrganisationRow } from "../present.ts";

/** A row of the file: with the areas by names that lead back to one area each. */
export type ExportedRow = OrganisationRow & Readonly<{ home: string; served: readonly string[] }>;

/** What the import takes back as it is. */
const EXPORT_COLUMNS: readonly ListColumn<ExportedRow>[] = [
  { key: "name", head: FIELD.name, cell: (row) => row.name },
  { key: "kana", head: FIELD.kana, cell: (row) => row.kana },
  { key: "sector", head: FIELD.sector, cell: (row) => sectorLabel(row.sector) },
  { key: "areaId", head: FIELD.areaId, cell: (row) => row.home },
  { key: "servedAreas", head: FIELD.servedAreas, cell: (row) => row.served.join("、") },
  { key: "desk", head: FIELD.desk, cell: (row) => row.desk },
  { key: "phone", head: FIELD.phone, cell: (row) => row.phone },
  { key: "fax", head: FIELD.fax, cell: (row) => row.fax },
  { key: "email", head: FIELD.email, cell: (row) => row.email },
  { key: "postalCode", head: FIELD.postalCode, cell: (row) => row.postalCode },
  { key: "address", head: FIELD.address, cell: (row) => row.address },
  { key: "website", head: FIELD.website, cell: (row) => row.website },
  { key: "note", head: FIELD.note, cell: (row) => row.note },
  { key: "published", head: FIELD.published, cell: (row) => (row.published ? YES_NO.yes : YES_NO.no) },
  { key: "validFrom", head: FIELD.validFrom, cell: (row) => row.validFrom },
  { key: "validTo", head: FIELD.validTo, cell: (row) => row.validTo },
  { key: "id", head: FIELD.id, cell: (row) => row.id },
];

const INTERNAL = ["fax", "email", "note"] as const;
const isHidden = (row: ExportedRow, key: string): boolean =>
  INTERNAL.some((field) => field === key && row[field] === undefined);

/**
 * The columns of a file of these rows: none for what its reader may see of no row, and a sign where he may not see it of
 * one. So what is hidden does not come back as empty.
 */
export const exportColumns = (rows: readonly ExportedRow[]): readonly ListColumn<ExportedRow>[] =>
  EXPORT_COLUMNS.filter(({ key }) => rows.length === 0 || rows.some((row) => !isHidden(row, key))).map(
    (column) => ({
      key: column.key,
      head: column.head,
      cell: (row: ExportedRow) => (isHidden(row, column.key) ? HIDDEN : column.cell(row)),
    }),
  );
