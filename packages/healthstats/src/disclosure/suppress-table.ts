import { count, notEmpty, refuse } from "../guards.ts";
import type { PublishedCell } from "./cell.ts";
import { lpMoves } from "./lp-moves.ts";
import { type Grid, networkMoves } from "./network.ts";
import { type Protection, protect } from "./protect.ts";
import type { LpSolver } from "./solver.ts";
import { lossOf, type Publication, publish, type Relation, type System } from "./system.ts";

export interface Dimension {
  readonly name: string;
  readonly categories: readonly string[];
  /** Whether the total over this dimension is published; true unless said otherwise. */
  readonly total?: boolean;
}

export interface CountedTable {
  readonly dimensions: readonly Dimension[];
  /** Counts of the body in row-major order (the last dimension runs fastest); null is "no data". */
  readonly counts: readonly (number | null)[];
}

/** Cells in row-major order over the categories of each dimension, its total last. */
export interface SuppressedTable extends Publication {
  readonly dimensions: readonly Dimension[];
  /** Cells that nothing can protect; empty unless a total is known from elsewhere. */
  readonly unprotected: readonly number[];
}

/** What one lost total weighs against cells of the body: one more for each dimension it sums over. */
const TOTAL_COST = 2;

/**
 * Primary and secondary suppression (一次・二次秘匿) of a table of counts with one to three dimensions and
 * any of its totals. Totals are summed here from the cells that have data, so that they always add up.
 *
 * After it, for anyone who sees the whole table, every hidden count of 1 to 9 may still be anything from 1
 * to 10; and even one who guesses which cells are hidden for their own sake is left with three values.
 * Deterministic. A two-way table needs no solver; a three-way table does.
 *
 * Refused: no dimension or more than three; a dimension without category; `counts` of another length than
 * the product of the categories; a count that is not a whole number of zero or more (null is "no data");
 * a sum beyond what whole numbers can hold; three dimensions without `solver`.
 */
export function suppressTable(table: CountedTable, solver?: LpSolver): SuppressedTable {
  const { dimensions } = table;
  if (notEmpty(dimensions, "dimensions").length > 3) refuse("dimensions", "must be one, two or three");
  const { system, network } = tableSystem(table);
  let protection: Protection;
  if (network !== null) protection = protect(network.system, networkMoves(network.system, network.grid));
  else {
    if (solver === undefined) refuse("solver", "must be given for a table of three dimensions");
    const moves = lpMoves(system, solver);
    try {
      protection = protect(system, moves.find);
    } finally {
      moves.release();
    }
  }
  const { unprotected, hidden } = protection;
  return { ...publish(system, hidden), dimensions, unprotected };
}

/** The cell of one category of each dimension, in their order; null stands for the total. */
export function tableCell(table: SuppressedTable, ...where: readonly (string | null)[]): PublishedCell {
  let index = 0;
  table.dimensions.forEach(({ name, categories, total }, d) => {
    const category = where[d] ?? null;
    const position = category === null ? categories.length : categories.indexOf(category);
    if (position < 0 || (category === null && total === false)) refuse(name, "has no such category or total");
    index = index * (categories.length + (total === false ? 0 : 1)) + position;
  });
  return table.cells[index]!;
}

/** A list of counts with its total: the table of one dimension, without the words for it. */
export function suppressList(
  counts: readonly (number | null)[],
  options: { readonly total?: boolean } = {},
): { readonly cells: readonly PublishedCell[]; readonly total: PublishedCell | null } {
  const total = options.total ?? true;
  const categories = counts.map((_, i) => String(i));
  const { cells } = suppressTable({ dimensions: [{ name: "list", categories, total }], counts });
  return { cells: cells.slice(0, counts.length), total: total ? cells[counts.length]! : null };
}

/** The table as cells and sums. Totals that are not published exist all the same, as unpublished cells. */
export function tableSystem(table: CountedTable): { system: System; network: Network | null } {
  const { dimensions, counts } = table;
  const sizes = dimensions.map(({ name, categories }) => notEmpty(categories, name).length);
  if (counts.length !== sizes.reduce((product, size) => product * size, 1)) {
    refuse("counts", "must have one entry for each combination of categories");
  }
  counts.forEach((value, i) => {
    if (value !== null) count(value, `counts[${i}]`);
  });
  const lengths = sizes.map((size) => size + 1);
  const places = allPlaces(lengths);
  const isPublished = (place: readonly number[]): boolean =>
    place.every((at, d) => at < sizes[d]! || dimensions[d]!.total !== false);
  const order = [...places.filter(isPublished), ...places.filter((place) => !isPublished(place))];
  const id = new Map(order.map((place, i) => [place.join(), i]));
  const at = (place: readonly number[]): number => id.get(place.join())!;

  const values = order.map(() => 0);
  const noData = order.map(() => true);
  for (const place of allPlaces(sizes)) {
    const value = counts[place.reduce((index, p, d) => index * sizes[d]! + p, 0)]!;
    if (value === null) continue;
    for (const above of sums(place, sizes)) {
      values[at(above)]! += value;
      noData[at(above)] = false;
    }
  }
  if (!values.every(Number.isSafeInteger)) refuse("counts", "must not add up beyond 9,007,199,254,740,991");
  const published = places.filter(isPublished).length;
  const cost = order.map((place, i) =>
    lossOf(TOTAL_COST ** place.filter((p, d) => p === sizes[d]).length, values[i]!),
  );
  const none = order.map(() => false);
  const relations: Relation[] = [];
  for (const place of places) {
    place.forEach((p, d) => {
      if (p !== sizes[d]) return;
      const parts = Array.from({ length: p }, (_, k) => at(place.with(d, k)));
      relations.push({ total: at(place), parts });
    });
  }
  const system: System = { values, published, noData, known: none, hidden: none, cost, relations };
  return { system, network: dimensions.length > 2 ? null : networkOf(lengths, at, system) };
}

/** A system that can be searched as a network; for a list it holds a second row besides. */
interface Network {
  readonly system: System;
  readonly grid: Grid;
}

/** Larger than any change; the second row of a list only has to take whatever is pushed into it. */
const PLENTY = 1_000_000;

function networkOf(
  lengths: readonly number[],
  at: (place: readonly number[]) => number,
  system: System,
): Network {
  const [rows, columns] = lengths as [number, number | undefined];
  if (columns !== undefined) {
    const cells = Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (_, j) => at([i, j])),
    );
    return { system, grid: { cells } };
  }
  const size = system.values.length;
  const row = Array.from({ length: rows }, (_, i) => at([i]));
  const more = <T>(list: readonly T[], value: T): T[] => [...list, ...row.map(() => value)];
  return {
    grid: { cells: [row, row.map((_, i) => size + i)] },
    system: {
      ...system,
      values: more(system.values, PLENTY),
      noData: more(system.noData, false),
      known: more(system.known, false),
      hidden: more(system.hidden, false),
      cost: more(system.cost, 0),
    },
  };
}

function allPlaces(lengths: readonly number[]): number[][] {
  return lengths.reduce<number[][]>(
    (places, length) => places.flatMap((place) => Array.from({ length }, (_, k) => [...place, k])),
    [[]],
  );
}

/** The place itself and every total it belongs to. */
function sums(place: readonly number[], sizes: readonly number[]): number[][] {
  return place.reduce<number[][]>(
    (all, p, d) =>
      all.flatMap((start) => [
        [...start, p],
        [...start, sizes[d]!],
      ]),
    [[]],
  );
}
