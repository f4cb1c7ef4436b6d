import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { ScrollsSideways } from "./scroll.tsx";

export type Column<Row> = Readonly<{
  key: string;
  head: string;
  /** Unit of a number column, in the head so that cells hold figures alone. */
  unit?: string;
  align?: "left" | "right";
  sortable?: boolean;
  /** As wide as its cells; else a column of text keeps a width to be read in. */
  narrow?: boolean;
  cell(row: Row): ReactNode;
}>;

/** More columns, or more of text, don't fit a phone side by side: there each row is a card with the heads beside its cells. */
const MOST_ON_PHONE = { columns: 3, ofText: 2 };

/** Columns that fit a sheet of paper held upright. */
const MOST_UPRIGHT = 6;

/**
 * A table; on a phone a card per row where it has many columns. Sortable heads are links that set `sort` in the URL (`-name`
 * for descending) and keep the rest of it, so that a list keeps its place.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  sort,
  hideCaption = false,
  group,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
  sort?: string | undefined;
  hideCaption?: boolean;
  /** Rows that follow each other under one heading are a group. */
  group?: ((row: Row) => string) | undefined;
}) {
  const ofText = columns.filter(({ align, narrow }) => align !== "right" && !narrow);
  const cards = columns.length > MOST_ON_PHONE.columns || ofText.length > MOST_ON_PHONE.ofText;
  return (
    <ScrollsSideways label={caption} className="my-4">
      <table
        className={`w-full border-collapse text-std-16N-170 ${cards ? "cards-on-phone" : ""} ${columns.length > MOST_UPRIGHT ? "print-wide" : ""}`}
      >
        <caption className={hideCaption ? "sr-only" : "py-2 text-left text-std-16B-170"}>{caption}</caption>
        <thead>
          <tr className="border-y border-solid-gray-420 bg-solid-gray-50">
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row, i) => [
            ...(group && (i === 0 || group(rows[i - 1]!) !== group(row))
              ? [<GroupHead key={`${group(row)}-${rowKey(row)}`} span={columns.length} name={group(row)} />]
              : []),
            <tr key={rowKey(row)} className="border-b border-solid-gray-200 align-top">
              {columns.map((column) => (
                <td
                  key={column.key}
                  data-head={column.unit ? `${column.head}（${column.unit}）` : column.head}
                  className={`px-3 py-2 ${column.align === "right" ? "text-right tabular-nums whitespace-nowrap" : column.narrow ? "" : "min-w-32"}`}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>,
          ])}
        </tbody>
      </table>
    </ScrollsSideways>
  );
}

const GroupHead = ({ span, name }: { span: number; name: string }) => (
  <tr className="border-b border-solid-gray-300 bg-solid-gray-50">
    <th scope="colgroup" colSpan={span} className="px-3 py-1.5 text-left text-std-16B-170">
      {name}
    </th>
  </tr>
);

function Head<Row>({ column, sort }: { column: Column<Row>; sort?: string | undefined }) {
  const location = useLocation();
  const label = (
    <>
      {column.head}
      {column.unit ? <span className="ml-1 text-dns-14N-130">（{column.unit}）</span> : null}
    </>
  );
  const order = sort === column.key ? "ascending" : sort === `-${column.key}` ? "descending" : undefined;
  const side = column.align === "right" ? "text-right" : "text-left";
  if (!column.sortable) {
    return (
      <th scope="col" className={`px-3 py-2 text-std-16B-170 whitespace-nowrap ${side}`}>
        {label}
      </th>
    );
  }
  const query = new URLSearchParams(location.search);
  query.set("sort", order === "ascending" ? `-${column.key}` : column.key);
  query.delete("after");
  return (
    <th
      scope="col"
      aria-sort={order ?? "none"}
      className={`px-3 py-2 text-std-16B-170 whitespace-nowrap ${side}`}
    >
      <Link to={`?${query}`} className="underline underline-offset-4" preventScrollReset data-keeps-scroll>
        {label}
        <span aria-hidden="true" className="ml-1">
          {order === "ascending" ? "▲" : order === "descending" ? "▼" : "↕"}
        </span>
      </Link>
    </th>
  );
}

/** The way to the next page of a list that is paged by key. */
export function NextPage({ after, label = "続きを表示する" }: { after: string | undefined; label?: string }) {
  const location = useLocation();
  if (!after) return null;
  const query = new URLSearchParams(location.search);
  query.set("after", after);
  return (
    <p className="my-6">
      <Link to={`?${query}`} className="text-blue-1000 underline underline-offset-4">
        {label}
      </Link>
    </p>
  );
}
