import { formTexts } from "#platform/kernel/form-values.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import type { ListSpec, QueryOf } from "#platform/lists/list.ts";
import { orderBy } from "#platform/lists/order-by.ts";
import type { EditionState } from "../model/edition.rules.ts";
import {
  AUDIENCE_NAMES,
  KIND_NAMES,
  LANGUAGE_NAMES,
  optionsOf,
  RIGHTS_NAMES,
  type Spoken,
  STATE_NAMES,
  THEME_NAMES,
} from "../model/material.messages.ts";
import type { Edition, Material } from "../model/material.schema.ts";
import { AUDIENCES, KINDS, LANGUAGES, THEMES } from "../model/material-kinds.schema.ts";

/** A material as its list shows it; copies are for the staff. */
export type MaterialRow = Material &
  Readonly<{ languages: readonly string[]; states: readonly EditionState[]; available: number | null }>;

export const MATERIAL_LIST = {
  columns: [
    { key: "title", head: "題名", sort: "title", cell: (row) => row.title },
    { key: "kind", head: "種類", cell: (row) => KIND_NAMES[row.kind].ja },
    { key: "theme", head: "テーマ", cell: (row) => themeOf(row.theme) },
    {
      key: "audiences",
      head: "対象",
      cell: (row) => row.audiences.map((one) => AUDIENCE_NAMES[one].ja).join("・"),
    },
    { key: "languages", head: "言語", cell: (row) => row.languages.join("・") },
    { key: "owner", head: "作成機関", cell: (row) => row.owner },
    { key: "rights", head: "利用の条件", cell: (row) => rightsOf(row.rights) },
    { key: "state", head: "状況", cell: (row) => row.states.map((one) => STATE_NAMES[one].ja).join("・") },
    {
      key: "available",
      head: "注文できる部数",
      unit: "部",
      align: "right",
      cell: (row) => row.available ?? "",
    },
  ],
  filter: { q: "text", kind: KINDS, theme: THEMES, audience: AUDIENCES, language: LANGUAGES },
  fields: [
    { name: "q", label: "題名", type: "text" },
    { name: "kind", label: "種類", type: "select", options: optionsOf(KIND_NAMES) },
    { name: "theme", label: "テーマ", type: "select", options: optionsOf(THEME_NAMES) },
    { name: "audience", label: "対象", type: "select", options: optionsOf(AUDIENCE_NAMES) },
    { name: "language", label: "言語", type: "select", options: optionsOf(LANGUAGE_NAMES) },
  ],
  orders: {
    title: orderBy<MaterialRow>({ title: "text", id: "uuid" }),
    new: orderBy<MaterialRow>({ id: "uuid" }),
  },
  first: "-new",
  rowsAPage: 50,
} as const satisfies ListSpec<MaterialRow>;
export type MaterialQuery = QueryOf<typeof MATERIAL_LIST>;

const themeOf = (theme: string) => THEME_NAMES[theme as keyof typeof THEME_NAMES]?.ja ?? theme;
const rightsOf = (rights: string) => RIGHTS_NAMES[rights as keyof typeof RIGHTS_NAMES]?.ja ?? rights;

export const materialValues = (one?: Material) => ({
  ...formTexts(one, "kind", "title", "theme", "owner", "rights", "note", "published"),
  audiences: one?.audiences.join(" ") ?? "",
});

export const editionValues = (one?: Edition) => ({
  ...formTexts(
    one,
    "label",
    "language",
    "format",
    "validUntil",
    "place",
    "lowAt",
    "mostAnOrder",
    "published",
  ),
});

/** What anybody may know of a material. */
export const materialFacts = (one: Material, language: Spoken) => ({
  id: one.id,
  title: one.title,
  kind: KIND_NAMES[one.kind][language],
  theme: THEME_NAMES[one.theme as keyof typeof THEME_NAMES][language],
  audiences: one.audiences.map((audience) => AUDIENCE_NAMES[audience][language]).join("・"),
  owner: one.owner,
  rights: RIGHTS_NAMES[one.rights as keyof typeof RIGHTS_NAMES][language],
  note: one.note,
});

/** What anybody may know of an edition. */
export const editionFacts = (one: Edition, state: EditionState, language: Spoken) => ({
  id: one.id,
  materialId: one.materialId,
  label: one.label,
  language: LANGUAGE_NAMES[one.language][language],
  format: one.format,
  validUntil: one.validUntil ? showDateJa(one.validUntil) : null,
  hasFile: one.fileId !== null || one.leaflet !== null,
  isLeaflet: one.leaflet !== null,
  replacedBy: one.replacedBy,
  state,
  stateName: STATE_NAMES[state][language],
});

/** A material as the API gives it. */
export const materialEntry = (
  { id, title, kind, theme, audiences, owner, rights, languages }: MaterialRow,
  base: string,
) => ({ id, title, kind, theme, audiences, owner, rights, languages, page: `${base}/${id}` });
