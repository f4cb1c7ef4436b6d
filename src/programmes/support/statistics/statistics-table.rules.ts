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
