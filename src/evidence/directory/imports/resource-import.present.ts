import type { ImportView } from "#foundation/tables/public.ts";
import type { ColumnChoices, RowChanges } from "#platform/tables/column-table.ts";
import type { Meaning } from "#platform/tables/columns.ts";
import { columnOptions, presentImport } from "#platform/tables/present.ts";
import { RESOURCE_COLUMNS, RESOURCE_FOR_ALL } from "./resource-import.schema.ts";

const OPTIONS = columnOptions(RESOURCE_COLUMNS);

/** What the page of one import of entries shows. */
export const presentResourceImport = (view: ImportView<Meaning, ColumnChoices, undefined>) => ({
  one: presentImport(view, () => OPTIONS),
  forAll: view.batch.choices.forAll ?? {},
  whole: RESOURCE_FOR_ALL.map(({ key, forAll }) => ({ name: key, label: forAll.label, hint: forAll.hint })),
  rows: ((view.batch.changes ?? {}) as Partial<RowChanges>).rows ?? [],
});
