import type { ImportView } from "#foundation/tables/public.ts";
import type { ColumnChoices, RowChanges } from "#platform/tables/column-table.ts";
import type { Meaning } from "#platform/tables/columns.ts";
import { columnOptions, presentImport } from "#platform/tables/present.ts";
import { COLUMNS, FOR_ALL } from "./rules.ts";

const OPTIONS = columnOptions(COLUMNS);

/** What the page of one import of organisations shows. */
export const presentOrganisationImport = (view: ImportView<Meaning, ColumnChoices, undefined>) => ({
  one: presentImport(view, () => OPTIONS),
  forAll: view.batch.choices.forAll ?? {},
  whole: FOR_ALL.map(({ key, forAll }) => ({ name: key, label: forAll.label, hint: forAll.hint })),
  rows: ((view.batch.changes ?? {}) as Partial<RowChanges>).rows ?? [],
});
