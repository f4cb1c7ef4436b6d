import { z } from "zod";
import type { Cell } from "#platform/files/csv-writer.ts";
import { cursorOf, writeCursor } from "./cursor.ts";

/** A column of a list, on the page and in its files. `sort` names the order that its head leads to. */
export type ListColumn<Row> = Readonly<{
  key: string;
  head: string;
  /** Unit of a number column, in the head so that cells hold figures alone. */
  unit?: string;
  align?: "left" | "right";
  sort?: string;
  cell(row: Row): Cell;
}>;

/** An order of rows: columns of the query, the last of them unique, and what a row holds in each. Never null. */
export type ListOrder<Row> = readonly Readonly<{ column: string; of(row: Row): string | number }>[];

/** A list declared once: what it shows, by what it is filtered and ordered, and how many rows make a page. */
export type ListSpec<Row, Filter extends z.ZodType> = Readonly<{
  columns: readonly ListColumn<Row>[];
  /** What the address may ask for, by name; unreadable values count as not asked. */
  filter: Filter;
  orders: Readonly<Record<string, ListOrder<Row>>>;
  /** The order where the address names none; `-name` is the other way round. */
  first: string;
  rowsAPage: number;
}>;

/** What an address asks of a list. */
export type ListQuery<Filter> = Readonly<{
  filter: Filter;
  sort: string;
  /** The place after which the page begins: what the last row held in each column of the order. */
  after: readonly (string | number)[] | undefined;
  limit: number;
}>;

const MOST_ROWS_IN_A_FILE = 10_000;

/**
 * Reads the address; what it can't mean is as if it were not there, so that an old bookmark still opens. The `whole` list,
 * as its files hold it, begins at the first row whatever page was looked at.
 */
export function readList<Row, Filter extends z.ZodType>(
  spec: ListSpec<Row, Filter>,
  query: URLSearchParams,
  { whole = false }: Readonly<{ whole?: boolean | undefined }> = {},
): ListQuery<z.output<Filter>> {
  const named = query.get("sort") ?? spec.first;
  const sort = spec.orders[named.replace(/^-/, "")] ? named : spec.first;
  const typed = Object.fromEntries([...query].filter(([, value]) => value !== ""));
  const read = spec.filter.safeParse(typed);
  return {
    filter: read.success
      ? read.data
      : (spec.filter.parse(withoutUnread(typed, read.error)) as z.output<Filter>),
    sort,
    after: whole ? undefined : placeIn(query.get("after"), sort, orderOf(spec, sort).length),
    limit: whole ? MOST_ROWS_IN_A_FILE : spec.rowsAPage,
  };
}

const withoutUnread = (typed: Record<string, string>, error: z.ZodError): Record<string, string> => {
  const unread = new Set(error.issues.map(({ path }) => String(path[0])));
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !unread.has(name)));
};

export const orderOf = <Row, Filter extends z.ZodType>(
  spec: ListSpec<Row, Filter>,
  sort: string,
): ListOrder<Row> => spec.orders[sort.replace(/^-/, "")]!;

/** One page of the rows that were found, of which one more than a page was asked for, and where the next one begins. */
export function pageOf<Row, Filter extends z.ZodType>(
  spec: ListSpec<Row, Filter>,
  { sort, limit }: Pick<ListQuery<unknown>, "sort" | "limit">,
  found: readonly Row[],
): { rows: Row[]; after: string | undefined } {
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const values = last && orderOf(spec, sort).map(({ of }) => of(last));
  return { rows, after: values && writeCursor([sort, ...values]) };
}

const VALUES = z.array(z.union([z.string(), z.number()]));

function placeIn(
  text: string | null,
  sort: string,
  columns: number,
): readonly (string | number)[] | undefined {
  const [of, ...values] = cursorOf(VALUES).parse(text) ?? [];
  return of === sort && values.length === columns ? values : undefined;
}
