import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { TextLink } from "./button.tsx";
import { NextPage, Table } from "./table.tsx";

type ListColumn<Row> = Readonly<{
  key: string;
  head: string;
  unit?: string;
  align?: "left" | "right";
  sort?: string;
  cell(row: Row): string | number | boolean | null | undefined;
}>;

/**
 * A list by its declared columns: heads that order it, the way to the next page and to its files, all by the address,
 * so that a list keeps its place. `show` draws a cell where it is more than its text.
 */
export function ListTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  sort,
  after,
  open,
  show = {},
  files,
  empty,
}: {
  caption: string;
  columns: readonly ListColumn<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
  sort: string;
  after: string | undefined;
  /** Where the first cell of a row leads. */
  open?: ((row: Row) => string) | undefined;
  show?: Readonly<Record<string, (row: Row) => ReactNode>>;
  /** The addresses of the whole list as files, without what the list is filtered by. */
  files?: Readonly<{ csv?: string; xlsx?: string }>;
  /** What to do first, where there is nothing. */
  empty: ReactNode;
}) {
  const { search } = useLocation();
  if (rows.length === 0) return <>{empty}</>;
  return (
    <>
      <Table
        caption={caption}
        hideCaption
        columns={columns.map(({ key, head, unit, align, sort: order, cell }, at) => ({
          key: order ?? key,
          head,
          ...(unit ? { unit } : {}),
          ...(align ? { align } : {}),
          sortable: order !== undefined,
          cell:
            show[key] ??
            ((row: Row) => (open && at === 0 ? <TextLink to={open(row)}>{cell(row)}</TextLink> : cell(row))),
        }))}
        rows={rows}
        rowKey={rowKey}
        sort={sort}
      />
      <NextPage after={after} />
      {files ? (
        <p className="no-print my-4 flex flex-wrap gap-4">
          {files.csv ? <TextLink to={`${files.csv}${search}`}>CSVで保存する</TextLink> : null}
          {files.xlsx ? <TextLink to={`${files.xlsx}${search}`}>Excelで保存する</TextLink> : null}
        </p>
      ) : null}
    </>
  );
}
