import type { ImportView } from "#foundation/tables/public.ts";
import type { ListColumn } from "#platform/lists/list.ts";
import type { ColumnChoices, RowChanges } from "#platform/tables/column-table.ts";
import type { Meaning } from "#platform/tables/columns.ts";
import { columnOptions, presentImport } from "#platform/tables/present.ts";
import { OFFER_COLUMNS, OFFER_FOR_ALL, type OfferField } from "./offer-import.schema.ts";

const OPTIONS = columnOptions(OFFER_COLUMNS);

/** What the page of one import of offers shows. */
export const presentOfferImport = (view: ImportView<Meaning, ColumnChoices, undefined>) => ({
  one: presentImport(view, () => OPTIONS),
  forAll: view.batch.choices.forAll ?? {},
  whole: OFFER_FOR_ALL.map(({ key, forAll }) => ({ name: key, label: forAll.label, hint: forAll.hint })),
  rows: ((view.batch.changes ?? {}) as Partial<RowChanges>).rows ?? [],
});

type TemplateRow = Readonly<Partial<Record<OfferField, string>>>;

/** The columns of the template, as the import takes them. */
export const TEMPLATE_COLUMNS: readonly ListColumn<TemplateRow>[] = OFFER_COLUMNS.map(({ key, header }) => ({
  key,
  head: header,
  cell: (row) => row[key] ?? "",
}));

/** One row as an example of what is written in each column. */
export const TEMPLATE_ROWS: readonly TemplateRow[] = [
  {
    title: "出前講座「血圧と食塩」",
    organisation: "（関係機関に登録した名前）",
    kind: "出前講座",
    topics: "血圧、食事",
    places: "事業所へ行く",
    fee: "無料",
    equipment: "スクリーン",
    peopleFrom: "5",
    peopleTo: "40",
    days: "第2・第4木曜",
    opensAt: "10:00",
    closesAt: "16:00",
    leadDays: "14",
    perMonth: "2",
    published: "はい",
  },
];
