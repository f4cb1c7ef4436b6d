import { type EditionContent, tablesInWords } from "#evidence/publication/public.ts";
import { isWithoutRequests } from "./statistics.rules.ts";

type Counted = Readonly<{ columns: readonly string[]; rows: readonly Row[] }>;
type Row = Readonly<{ label: string; cells: readonly string[] }>;

/** A table without the rows and columns in which nothing was counted; what is hidden stays, since it is not nothing. */
export function withoutZeros<Table extends Counted>(table: Table): Table {
  const rows = table.rows.filter(({ cells }) => cells.some((cell) => cell !== "0"));
  const kept = table.columns.flatMap((_, at) => (rows.some(({ cells }) => cells[at] !== "0") ? [at] : []));
  return {
    ...table,
    columns: kept.map((at) => table.columns[at]!),
    rows: rows.map(({ label, cells }) => ({ label, cells: kept.map((at) => cells[at]!) })),
  };
}

/** A year as its page shows it. */
export function presentYear(content: EditionContent) {
  const days = content.figures[0]!.cell;
  return {
    tables: tablesInWords(content).map((table) => withoutZeros(table)),
    waitingDays: typeof days === "number" ? days : null,
    underWay: !content.tables.some(({ key }) => key === "outcome"),
    empty: isWithoutRequests(content),
  };
}
