import type { ImportView } from "#foundation/tables/public.ts";
import type { ColumnChoices, RowChanges } from "#platform/tables/column-table.ts";
import type { Meaning } from "#platform/tables/columns.ts";
import { columnOptions, presentImport } from "#platform/tables/present.ts";
import { COLUMNS, FOR_ALL } from "./columns.schema.ts";

/** The zero of telephone numbers is told for all rows alone. */
const OPTIONS = columnOptions(COLUMNS.filter(({ key }) => key !== "lostZero"));

/** What the page of one import of organisations shows. */
export const presentOrganisationImport = (
  view: ImportView<Meaning, ColumnChoices, undefined>,
  restorable: boolean,
) => ({
  one: presentImport(view, () => OPTIONS, restorable ? [] : ["restore"]),
  forAll: view.batch.choices.forAll ?? {},
  whole: FOR_ALL.map(({ key, forAll }) => ({
    name: key,
    label: forAll.label,
    hint: forAll.hint,
    // Without a column it is needed: that is no field that one may leave out.
    ...(key === "sector" ? { required: false } : { optional: true }),
  })),
  rows: ((view.batch.changes ?? {}) as Partial<RowChanges>).rows ?? [],
});
