import { linkedPlaces } from "@yui/healthstats";
import { type FigureStatus, NOTHING, statusOf } from "#platform/kernel/nothing.ts";
import { plainDateIn } from "#platform/kernel/plain-date.ts";
import { layOut, linkedAxes, stateOfEdition } from "./edition.rules.ts";
import type { Cell, Edition, EditionContent } from "./edition.schema.ts";
import { EDITIONS, FILE_HEADS, WITHDRAWAL } from "./messages.ts";

const dayInJapan = (instant: Date) => plainDateIn(instant, "Asia/Tokyo");

/** A cell as a page shows it. */
export const cellText = (cell: Cell): string =>
  typeof cell === "number" ? cell.toLocaleString("ja-JP") : NOTHING[cell].ja;

/** A cell as a file holds it: a number stays one, a kind of nothing is its word. */
export const cellInFile = (cell: Cell): number | string =>
  typeof cell === "number" ? cell : NOTHING[cell].ja;

/** A cell as the API gives it: `status` says which kind of nothing it is; 0 is a value and a kind of nothing. */
export const cellInApi = (cell: Cell): Readonly<{ value: number | null; status: FigureStatus }> =>
  typeof cell === "number"
    ? { value: cell, status: statusOf(cell, "no-data") }
    : { value: null, status: cell };

export type ShownTable = Readonly<{
  key: string;
  title: string;
  lead?: string;
  head: string;
  columns: readonly string[];
  rows: readonly Readonly<{ label: string; cells: readonly string[] }>[];
  hidden: boolean;
}>;

/** The tables of an edition in words, as pages and papers write them. */
export const tablesInWords = ({ tables }: EditionContent): ShownTable[] =>
  tables.map((table) => {
    const { columns, rows, hidden } = layOut(table);
    const { key, title, note, axes } = table;
    return {
      ...{ key, title, columns, hidden, head: axes[0]!.label },
      ...(note ? { lead: note } : {}),
      rows: rows.map((row) => ({ label: row.label, cells: row.cells.map(cellText) })),
    };
  });

export type FileLine = Readonly<{ table: string; row: string; column: string; value: number | string }>;

/** Every cell of an edition, one a line. */
export const linesOf = ({ tables, figures }: EditionContent): FileLine[] => [
  ...tables.flatMap((table) => {
    const { columns, rows } = layOut(table);
    return rows.flatMap(({ label, cells }) =>
      cells.map((cell, i) => ({
        table: table.title,
        row: label,
        column: columns[i]!,
        value: cellInFile(cell),
      })),
    );
  }),
  ...figures.map(({ title, unit, cell }) => ({
    table: title,
    row: "",
    column: unit,
    value: cellInFile(cell),
  })),
];

/** The columns of an edition's file; a number stays a number in CSV and XLSX. */
export const fileColumns = ({ content, number }: Edition) => [
  { key: "title", head: FILE_HEADS.title, cell: (_line: FileLine) => content.title },
  { key: "period", head: FILE_HEADS.period, cell: () => content.period.label },
  { key: "number", head: FILE_HEADS.number, cell: () => EDITIONS.number(number) },
  { key: "table", head: FILE_HEADS.table, cell: ({ table }: FileLine) => table },
  { key: "row", head: FILE_HEADS.row, cell: ({ row }: FileLine) => row },
  { key: "column", head: FILE_HEADS.column, cell: ({ column }: FileLine) => column },
  { key: "value", head: FILE_HEADS.value, cell: ({ value }: FileLine) => value },
];

/** An edition in a list, without what it says. */
export const presentEntry = (edition: Edition) => ({
  publication: edition.publication,
  period: edition.period,
  number: edition.number,
  title: edition.content.title,
  period_name: edition.content.period.label,
  made_on: dayInJapan(edition.madeAt),
  state: stateOfEdition(edition),
  withdrawn_for: edition.withdrawnFor,
});

/** An edition as the API gives it. */
export const presentEdition = (edition: Edition) => ({
  ...presentEntry(edition),
  source: edition.content.source,
  tables: edition.content.tables.map((table) => ({
    ...{ key: table.key, title: table.title, of: table.of, persons: table.persons, unit: table.unit },
    axes: table.axes.map(({ name, label, categories, total, overlapping }) => ({
      ...{ name, label, categories, total: total ?? null, overlapping: overlapping ?? false },
    })),
    cells: linkedPlaces(linkedAxes(table)).flatMap(({ at }, i) => {
      const cell = table.cells[i] ?? null;
      const where = Object.fromEntries(table.axes.map(({ name }, d) => [name, at[d] ?? null]));
      return cell === null ? [] : [{ at: where, ...cellInApi(cell) }];
    }),
  })),
  figures: edition.content.figures.map(({ key, title, unit, cell }) => ({
    key,
    title,
    unit,
    ...cellInApi(cell),
  })),
});

/** What has to be said of an edition before its tables. */
export const notesOf = (edition: Edition): string[] => [
  EDITIONS.hidden,
  ...(edition.content.zero === "hidden" ? [EDITIONS.zeroHidden] : []),
  ...(edition.withdrawnAt ? [`${EDITIONS.withdrawn}　${WITHDRAWAL.why(edition.withdrawnFor)}`] : []),
  ...(edition.replaced ? [EDITIONS.replaced] : []),
];

/** An edition as a paper. */
export function editionDocument(edition: Edition, area: string) {
  const { content } = edition;
  return {
    title: `${content.title}　${area}`,
    subtitle: `${content.period.label}　${EDITIONS.saidOn(edition.number, dayInJapan(edition.madeAt))}　${EDITIONS.source(content.source)}`,
    notes: notesOf(edition),
    madeOn: dayInJapan(edition.madeAt),
    sections: [
      ...tablesInWords(content).map((table) => ({
        heading: table.title,
        blocks: table.hidden
          ? [{ kind: "paragraph" as const, text: EDITIONS.hiddenTable }]
          : [
              ...(table.lead ? [{ kind: "paragraph" as const, text: table.lead }] : []),
              {
                kind: "table" as const,
                caption: table.title,
                head: [{ text: table.head }, ...table.columns.map((text) => ({ text, right: true }))],
                rows: table.rows.map(({ label, cells }) => [label, ...cells].map((text) => ({ text }))),
              },
            ],
      })),
      ...content.figures.map(({ title, unit, cell }) => ({
        heading: title,
        blocks: [
          {
            kind: "paragraph" as const,
            text: typeof cell === "number" ? `${cellText(cell)}${unit}` : cellText(cell),
          },
        ],
      })),
    ],
  };
}
