import { z } from "zod";
import type { Cell } from "#platform/files/csv-writer.ts";
import { areaId, rowId, yearOfTarget } from "#platform/kernel/target.ts";
import { typedDayOf } from "#platform/kernel/written-day.ts";
import { cursorOf, writeCursor } from "./cursor.ts";

/** What a column of an order may hold. Text is compared sign by sign (C collation). */
const VALUES = {
  text: z.string().refine((text) => !text.includes("\0")),
  uuid: z.uuid(),
  day: z.iso.date(),
  instant: z.iso.datetime(),
  integer: z.int32(),
};
export type ValueType = keyof typeof VALUES;

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
export type ListOrder<Row> = readonly Readonly<{
  column: string;
  /** A place whose values are of other types is none of this list. */
  type: ValueType;
  of(row: Row): string | number;
}>[];

/** A part of the form that narrows a list; its name is that of the filter. */
export type ListField = Readonly<{
  name: string;
  label: string;
  hint?: string;
  /** `tick` asks for "1"; `kept` comes by a link and has no field, but is let go with the others. */
  type: "text" | "day" | "select" | "radio" | "tick" | "kept";
  /** What there is to choose from, where the page does not know better. */
  options?: readonly Readonly<{ value: string; label: string }>[];
}>;

const LONGEST_TEXT = 120;

/** How a word of the address is read; one of several values is declared by those. */
const ASKED = {
  text: z.string().transform((text) => text.trim().slice(0, LONGEST_TEXT) || undefined),
  day: z.string().transform(typedDayOf),
  year: yearOfTarget,
  area: areaId,
  id: rowId(),
  tick: z.literal("1"),
};

/** What the address may ask for, by name. */
export type ListFilter = Readonly<Record<string, keyof typeof ASKED | readonly string[]>>;
/** What it asked for; what it did not, or not so that it can be read, is not there. */
export type Asked<Filter extends ListFilter> = {
  readonly [Name in keyof Filter]?:
    | (Filter[Name] extends readonly (infer Value)[]
        ? Value
        : Filter[Name] extends keyof typeof ASKED
          ? z.output<(typeof ASKED)[Filter[Name]]>
          : never)
    | undefined;
};

/** A list declared once: what it shows, by what it is filtered and ordered, and how many rows make a page. */
export type ListSpec<Row, Filter extends ListFilter = ListFilter> = Readonly<{
  columns: readonly ListColumn<Row>[];
  filter: Filter;
  /** The form that asks for it. */
  fields?: readonly ListField[];
  orders: Readonly<Record<string, ListOrder<Row>>>;
  /** The order where the address names none; `-name` is the other way round. */
  first: string;
  rowsAPage: number;
}>;
/** What an address asks of that list. */
export type QueryOf<Spec extends ListSpec<never>> = ListQuery<Asked<Spec["filter"]>>;

/** What an address asks of a list. */
export type ListQuery<Filter> = Readonly<{
  filter: Filter;
  sort: string;
  /** The place after which the page begins: what the last row held in each column of the order. */
  after: readonly (string | number)[] | undefined;
  limit: number;
}>;

export const MOST_ROWS_IN_A_FILE = 10_000;

/**
 * Reads the address; what it can't mean is as if it were not there, so that an old bookmark still opens. The `whole` list,
 * as its files hold it, begins at the first row whatever page was looked at.
 */
export function readList<Row, Filter extends ListFilter>(
  spec: ListSpec<Row, Filter>,
  query: URLSearchParams,
  { whole = false }: Readonly<{ whole?: boolean | undefined }> = {},
): ListQuery<Asked<Filter>> {
  const named = query.get("sort") ?? spec.first;
  const sort = spec.orders[named.replace(/^-/, "")] ? named : spec.first;
  const read = Object.entries(spec.filter).map(([name, kind]) => [name, readWord(kind, query.get(name))]);
  return {
    filter: Object.fromEntries(read.filter(([, value]) => value !== undefined)),
    sort,
    after: whole ? undefined : placeIn(query.get("after"), sort, orderOf(spec, sort)),
    limit: whole ? MOST_ROWS_IN_A_FILE : spec.rowsAPage,
  };
}

function readWord(kind: ListFilter[string], word: string | null): unknown {
  if (!word || word.includes("\0")) return undefined;
  if (typeof kind !== "string") return kind.find((one) => one === word);
  return ASKED[kind].safeParse(word).data;
}

export const orderOf = <Row, Filter extends ListFilter>(
  spec: ListSpec<Row, Filter>,
  sort: string,
): ListOrder<Row> => spec.orders[sort.replace(/^-/, "")]!;

/**
 * The list as the target of a query; without one it is the first page of everything, as an address without a query
 * asks for.
 */
export const listTarget = <Row, Filter extends ListFilter>(spec: ListSpec<Row, Filter>) =>
  z.custom<ListQuery<Asked<Filter>>>().default(() => readList(spec, new URLSearchParams()) as never);

/** A page of a list: its order, its rows, and the place at which the next page begins. */
export type ListPage<Row> = Readonly<{ sort: string; rows: readonly Row[]; after: string | undefined }>;

/** One page of the rows that were found, of which one more than a page was asked for, and where the next one begins. */
export function pageOf<Row, Filter extends ListFilter, Found extends Row>(
  spec: ListSpec<Row, Filter>,
  { sort, limit }: Pick<ListQuery<unknown>, "sort" | "limit">,
  found: readonly Found[],
): ListPage<Found> {
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const values = last && orderOf(spec, sort).map(({ of }) => of(last));
  return { sort, rows, after: values && writeCursor([sort, ...values]) };
}

/** One page of a list that is small or whose order is worked out: all its rows are given, in any order. */
export function pageOfAll<Row, Filter extends ListFilter>(
  spec: ListSpec<Row, Filter>,
  query: Pick<ListQuery<unknown>, "sort" | "after" | "limit">,
  all: readonly Row[],
): ListPage<Row> {
  const order = orderOf(spec, query.sort);
  const way = query.sort.startsWith("-") ? -1 : 1;
  const placed = all.map((row) => ({ row, place: order.map(({ of }) => of(row)) }));
  const { after } = query;
  const rest = after ? placed.filter(({ place }) => way * compare(place, after) > 0) : placed;
  rest.sort((a, b) => way * compare(a.place, b.place));
  return pageOf(
    spec,
    query,
    rest.map(({ row }) => row),
  );
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

const PLACE = cursorOf(z.array(z.union([z.string(), z.number()])));

function placeIn(text: string | null, sort: string, order: ListOrder<never>) {
  const [of, ...values] = PLACE.parse(text) ?? [];
  const fits =
    values.length === order.length &&
    order.every(({ type }, at) => VALUES[type].safeParse(values[at]).success);
  return of === sort && fits ? values : undefined;
}
