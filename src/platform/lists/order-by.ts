import type { ValueType } from "./list.ts";

/** An order by columns that are called as the fields of a row are. */
export const orderBy = <Row>(columns: Readonly<Partial<Record<keyof Row, ValueType>>>) =>
  Object.entries(columns).map(([column, type]) => ({
    column,
    type: type as ValueType,
    of: (row: Row) => row[column as keyof Row] as string | number,
  }));
