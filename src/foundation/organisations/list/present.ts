import type { ListColumn, ListField, ListSpec } from "#platform/lists/list.ts";
import { type Language, SECTOR_NAMES, sectorLabel, TEXT } from "../messages.ts";
import type { OrganisationRow } from "../present.ts";
import { sortKeyOf } from "./rules.ts";

const SECTORS = Object.keys(SECTOR_NAMES) as (keyof typeof SECTOR_NAMES)[];

/** What the page shows of an organisation, in its language. */
export const listColumns = (language: Language): readonly ListColumn<OrganisationRow>[] => [
  { key: "name", head: TEXT.name[language], sort: "name", cell: (row) => row.name },
  {
    key: "sector",
    head: TEXT.sector[language],
    sort: "sector",
    cell: (row) => sectorLabel(row.sector, language),
  },
  { key: "area", head: TEXT.home[language], sort: "area", cell: (row) => row.homeName },
  { key: "served", head: TEXT.served[language], cell: (row) => row.servedNames.join("、") },
  { key: "phone", head: TEXT.phone[language], cell: (row) => row.phone },
];

/** By what the list is narrowed. */
export const listFields = (language: Language): readonly ListField[] => [
  { name: "q", type: "text", label: TEXT.text[language] },
  { name: "area", type: "text", label: TEXT.area[language], hint: TEXT.areaHint[language] },
  {
    name: "sector",
    type: "select",
    label: TEXT.sector[language],
    options: SECTORS.map((sector) => ({ value: sector, label: sectorLabel(sector, language) })),
  },
  { name: "ended", type: "tick", label: TEXT.ended[language] },
];

type Key = Readonly<Pick<OrganisationRow, "id" | "name" | "kana">>;
const rest = [
  { column: "sort_key", type: "text", of: (row: Key) => sortKeyOf(row) },
  { column: "id", type: "uuid", of: (row: Key) => row.id },
] as const;

/** The list of organisations; an area is typed as people say it, and found before the query is asked. */
export const ORGANISATION_LIST = {
  columns: listColumns("ja"),
  filter: { q: "text", area: "text", sector: SECTORS, ended: "tick" },
  orders: {
    name: rest,
    sector: [{ column: "sector", type: "text", of: (row) => row.sector }, ...rest],
    area: [{ column: "area_id", type: "text", of: (row) => row.areaId }, ...rest],
  },
  first: "name",
  rowsAPage: 50,
} satisfies ListSpec<OrganisationRow>;
