import { count, notEmpty, refuse } from "../guards.ts";
import type { PublishedCell } from "./cell.ts";

export interface LinkedAxis {
  readonly name: string;
  readonly categories: readonly string[];
  /** Whether the total over this axis is published; true unless said otherwise. */
  readonly total?: boolean;
  /** Categories that are counted and not published, such as the rest beside what was asked about. */
  readonly unpublished?: readonly string[];
  /**
   * Categories whose counts are no secret, such as who left a question blank: shown or known whatever their size, and
   * of no use to hide another cell behind.
   */
  readonly open?: readonly string[];
  /**
   * What is counted may be in several categories. Each is then counted beside what is not in it, and the axis has one
   * count more, its last: all, in whatever category or in none.
   */
  readonly overlapping?: boolean;
  /** Its categories are groups of another axis' categories, which stands in another table. */
  readonly groups?: Readonly<{ of: string; categories: Readonly<Record<string, readonly string[]>> }>;
}

export interface LinkedTable {
  /** What is counted. Tables of the same are linked: cells with the same categories are one cell. */
  readonly of: string;
  readonly axes: readonly LinkedAxis[];
  /** Counts of the body in row-major order; null is "no data". */
  readonly counts: readonly (number | null)[];
}

/** An edition's tables with what was shown of each place, in the order of `linkedPlaces`; null where no cell is. */
export interface LinkedEdition {
  readonly tables: readonly (LinkedTable & { readonly cells: readonly (PublishedCell | null)[] })[];
}

/** The category of each axis, in their order; null is the total (of an overlapping axis: all). */
export type LinkedPlace = readonly (string | null)[];

/** Every place of a table in row-major order, totals last; `published` where its cell may be shown. */
export function linkedPlaces(
  axes: readonly LinkedAxis[],
): { readonly at: LinkedPlace; readonly published: boolean }[] {
  return axes.reduce<{ at: LinkedPlace; published: boolean }[]>(
    (places, { categories, total, unpublished = [] }) =>
      places.flatMap(({ at, published }) => [
        ...categories.map((one) => ({
          at: [...at, one],
          published: published && !unpublished.includes(one),
        })),
        { at: [...at, null], published: published && total !== false },
      ]),
    [{ at: [], published: true }],
  );
}

/** The name of what a cell counts, whatever table it stands in. */
export const placeKey = (of: string, axes: readonly LinkedAxis[], at: LinkedPlace): string =>
  keyOf(
    of,
    axes.map(({ name }, d) => [name, at[d]!] as const),
  );

const keyOf = (of: string, parts: readonly (readonly [string, string | null])[]): string =>
  JSON.stringify([
    of,
    ...parts.filter(([, category]) => category !== null).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);

/** A cell, by what it counts; `total` cells are sums of others. */
export interface LinkedCell {
  readonly key: string;
  readonly value: number | null;
  readonly published: boolean;
  /** How many axes it sums over. */
  readonly totals: number;
  /** Whether its count is no secret. */
  readonly open: boolean;
}
export interface LinkedSum {
  readonly total: string;
  readonly parts: readonly string[];
}

/** All cells of a set of tables, and which add up to which. */
export function linkedCells(tables: readonly LinkedTable[]): {
  readonly cells: ReadonlyMap<string, LinkedCell>;
  readonly sums: readonly LinkedSum[];
} {
  const cells = new Map<string, LinkedCell>();
  const sums: LinkedSum[] = [];
  tables.forEach((table, t) => {
    for (const simple of simpleTables(table, `tables[${t}]`)) {
      for (const one of simple.cells) {
        const known = cells.get(one.key);
        if (known && known.value !== one.value)
          refuse(`tables[${t}].counts`, `gives another number than a table before it for ${one.key}`);
        const published = one.published || (known?.published ?? false);
        cells.set(one.key, { ...one, published, totals: Math.max(one.totals, known?.totals ?? 0) });
      }
      sums.push(...simple.sums);
    }
  });
  for (const sum of tables.flatMap((table) => groupSums(table, cells))) {
    const parts = sum.parts.reduce((all, part) => all + (cells.get(part)!.value ?? 0), 0);
    if (parts !== (cells.get(sum.total)!.value ?? 0))
      refuse("tables", `must group to the same number: ${sum.total}`);
    sums.push(sum);
  }
  return { cells, sums };
}

/** The tables without overlapping categories that a table stands for: itself, or one for each such category. */
function simpleTables(table: LinkedTable, argument: string): { cells: LinkedCell[]; sums: LinkedSum[] }[] {
  const axes = notEmpty(table.axes, `${argument}.axes`);
  const sizes = axes.map(
    ({ categories, overlapping, name }) => notEmpty(categories, name).length + (overlapping ? 1 : 0),
  );
  if (table.counts.length !== sizes.reduce((product, size) => product * size, 1))
    refuse(`${argument}.counts`, "must have one entry for each combination of categories");
  table.counts.forEach((value, i) => {
    if (value !== null) count(value, `${argument}.counts[${i}]`);
  });
  const among = axes.findIndex(({ overlapping }) => overlapping);
  if (axes.filter(({ overlapping }) => overlapping).length > 1)
    refuse(`${argument}.axes`, "must hold one overlapping axis at most");
  const read = (at: readonly number[]): number | null =>
    table.counts[at.reduce((index, p, d) => index * sizes[d]! + p, 0)]!;
  if (among < 0) return [simpleTable(table.of, axes, read)];
  const axis = axes[among]!;
  const open = axis.open ?? [];
  return axis.categories.flatMap((category, k) => {
    if (open.includes(category) && open.length < axis.categories.length) return [];
    const outside = `not ${category}`;
    const unpublished = [outside, ...(axis.unpublished ?? [])];
    const { overlapping: _, ...plain } = axis;
    const pair: LinkedAxis = { ...plain, categories: [category, outside, ...open], unpublished };
    return simpleTable(table.of, axes.with(among, pair), (at) => {
      const part = at[among]!;
      const own = part === 1 ? k : part === 0 ? k : axis.categories.indexOf(open[part - 2]!);
      const inside = read(at.with(among, own));
      if (part !== 1) return inside;
      const all = read(at.with(among, axis.categories.length));
      const apart = open.map((one) => read(at.with(among, axis.categories.indexOf(one))));
      if (inside === null || all === null || apart.includes(null)) return null;
      const rest = apart.reduce<number>((sum, one) => sum + one!, inside);
      return count(all - rest, `${argument}.counts: all less ${category}`);
    });
  });
}

function simpleTable(
  of: string,
  axes: readonly LinkedAxis[],
  read: (at: readonly number[]) => number | null,
): { cells: LinkedCell[]; sums: LinkedSum[] } {
  const values = new Map<string, number | null>();
  const places = linkedPlaces(axes);
  const bodies = places.filter(({ at }) => at.every((category) => category !== null));
  const add = (key: string, value: number | null) => {
    const before = values.get(key) ?? null;
    values.set(key, value === null ? before : value + (before ?? 0));
  };
  for (const { at } of bodies) {
    const value = read(at.map((category, d) => axes[d]!.categories.indexOf(category!)));
    for (const above of totalsAbove(at)) add(placeKey(of, axes, above), value);
  }
  const cells = places.map(({ at, published }) => {
    const key = placeKey(of, axes, at);
    const open = at.some((category, d) => category !== null && (axes[d]!.open ?? []).includes(category));
    const totals = at.filter((one) => one === null).length;
    return { key, value: values.get(key)!, published, totals, open };
  });
  const sums = places.flatMap(({ at }) =>
    axes.flatMap(({ categories }, d) =>
      at[d] === null
        ? [
            {
              total: placeKey(of, axes, at),
              parts: categories.map((one) => placeKey(of, axes, at.with(d, one))),
            },
          ]
        : [],
    ),
  );
  return { cells, sums };
}

/** The place itself and every total it belongs to. */
const totalsAbove = (at: LinkedPlace): LinkedPlace[] =>
  at.reduce<LinkedPlace[]>(
    (all, one) =>
      all.flatMap((start) => [
        [...start, one],
        [...start, null],
      ]),
    [[]],
  );

/** Groups as sums of what they group, wherever other tables hold all of that. */
function groupSums(table: LinkedTable, cells: ReadonlyMap<string, LinkedCell>): LinkedSum[] {
  return table.axes.flatMap(({ name, groups }) =>
    groups === undefined
      ? []
      : [...cells.keys()].flatMap((key) => {
          const [of, ...parts] = JSON.parse(key) as [string, ...[string, string][]];
          const own = parts.find(([axis]) => axis === name);
          const members = own && groups.categories[own[1]];
          if (of !== table.of || !members) return [];
          const rest = parts.filter((one) => one !== own);
          const finer = members.map((member) => keyOf(of, [...rest, [groups.of, member]]));
          return finer.every((one) => cells.has(one)) ? [{ total: key, parts: finer }] : [];
        }),
  );
}
