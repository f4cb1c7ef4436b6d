import { count, notEmpty, refuse } from "../guards.ts";
import type { PublishedCell } from "./cell.ts";
import type { LpSolver } from "./solver.ts";
import { type PublishedSum, suppressSums } from "./sums.ts";
import type { Dimension } from "./suppress-table.ts";
import type { Publication } from "./system.ts";

export interface View {
  /** Dimensions that are kept as rows and columns; the others are summed over. */
  readonly by: readonly string[];
  /** Filter: of these dimensions only these categories are counted. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** Whether totals over the kept dimensions are shown; true unless said otherwise. */
  readonly totals?: boolean;
}

export interface ViewedTable {
  readonly dimensions: readonly Omit<Dimension, "total">[];
  /** Counts of the finest cells in row-major order; null is "no data". */
  readonly counts: readonly (number | null)[];
  /** Every view that anyone can call up; what is not listed here is not protected here. */
  readonly views: readonly View[];
}

export interface ViewCell {
  /** Category of each kept dimension, in the view's order; null is the total. */
  readonly at: readonly (string | null)[];
  readonly cell: PublishedCell;
}

export interface SuppressedViews {
  readonly views: readonly (readonly ViewCell[])[];
  readonly publication: Publication;
}

/**
 * Suppression for several filtered views of one table together, so that no difference between two filters
 * gives a hidden count back. The finest cells are protected even where no view shows them.
 *
 * Refused: no dimension or view; a dimension without category; `counts` of another length than the product
 * of the categories; a count that is not a whole number of zero or more; a view or filter that names an
 * unknown or a repeated dimension or category.
 */
export function suppressViews(table: ViewedTable, solver: LpSolver): SuppressedViews {
  const dimensions = notEmpty(table.dimensions, "dimensions");
  const sizes = dimensions.map(({ name, categories }) => notEmpty(categories, name).length);
  if (table.counts.length !== sizes.reduce((product, size) => product * size, 1)) {
    refuse("counts", "must have one entry for each combination of categories");
  }
  table.counts.forEach((value, i) => {
    if (value !== null) count(value, `counts[${i}]`);
  });
  const sums: PublishedSum[] = [];
  const places = notEmpty(table.views, "views").map((view, v) => {
    const allowed = dimensions.map(({ name, categories }) =>
      filtered(name, categories, view.where?.[name], v),
    );
    for (const name of Object.keys(view.where ?? {})) dimensionOf(dimensions, name, `views[${v}].where`);
    const kept = view.by.map((name) => dimensionOf(dimensions, name, `views[${v}].by`));
    if (new Set(kept).size !== kept.length) refuse(`views[${v}].by`, "must not name a dimension twice");
    return viewPlaces(kept, allowed, view.totals !== false).map((place) => {
      const chosen = allowed.map((all, d) => {
        const only = place[kept.indexOf(d)];
        return only === undefined || only === null ? all : [only];
      });
      sums.push({ atoms: atomsOf(chosen, sizes), cost: 2 ** place.filter((p) => p === null).length });
      return place.map((p, k) => (p === null ? null : dimensions[kept[k]!]!.categories[p]!));
    });
  });
  const { cells, publication } = suppressSums(table.counts, sums, solver);
  let next = 0;
  return {
    views: places.map((view) => view.map((at) => ({ at, cell: cells[next++]! }))),
    publication,
  };
}

function dimensionOf(dimensions: ViewedTable["dimensions"], name: string, argument: string): number {
  const d = dimensions.findIndex((dimension) => dimension.name === name);
  if (d < 0) refuse(argument, `names the unknown dimension ${name}`);
  return d;
}

function filtered(
  name: string,
  categories: readonly string[],
  wanted: readonly string[] | undefined,
  view: number,
): number[] {
  if (wanted === undefined) return categories.map((_, i) => i);
  return wanted.map((category, k) => {
    const i = categories.indexOf(category);
    if (i < 0) refuse(`views[${view}].where.${name}`, `names the unknown category ${category}`);
    if (wanted.indexOf(category) !== k) refuse(`views[${view}].where.${name}`, `names ${category} twice`);
    return i;
  });
}

/** Every combination of the kept dimensions' categories, with their totals as null. */
function viewPlaces(
  kept: readonly number[],
  allowed: readonly (readonly number[])[],
  totals: boolean,
): (number | null)[][] {
  return kept.reduce<(number | null)[][]>(
    (places, d) =>
      places.flatMap((place) => [
        ...allowed[d]!.map((category) => [...place, category]),
        ...(totals ? [[...place, null]] : []),
      ]),
    [[]],
  );
}

function atomsOf(chosen: readonly (readonly number[])[], sizes: readonly number[]): number[] {
  return chosen.reduce<number[]>(
    (atoms, categories, d) =>
      atoms.flatMap((atom) => categories.map((category) => atom * sizes[d]! + category)),
    [0],
  );
}
