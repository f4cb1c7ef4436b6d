import { type PublishedCell, SUPPRESSED } from "./cell.ts";
import {
  type LinkedEdition,
  type LinkedTable,
  linkedCells,
  linkedPlaces,
  placeKey,
} from "./linked-tables.ts";
import { lpMoves } from "./lp-moves.ts";
import { protect } from "./protect.ts";
import type { LpSolver } from "./solver.ts";
import { lossOf, type Publication, publish, type Relation, type System } from "./system.ts";

export interface SuppressedLinked {
  /** For each table its cells, in the order of `linkedPlaces`; null where nothing is published. */
  readonly tables: readonly (readonly (PublishedCell | null)[])[];
  /** How many cells nothing can protect, because an earlier edition gives them away. They are hidden all the same. */
  readonly unprotected: number;
}

export interface LinkedOptions {
  /** True: 0 is hidden like 1 to 9. */
  readonly hidesZero?: boolean;
  /** The smallest count that may be shown, where somebody asked for more than ten. */
  readonly smallest?: number;
}

/** What a total costs beside a cell of the body: twice as much for each axis that it sums over. */
const TOTAL_COST = 2;

/**
 * Suppression of several tables of the same persons together, so that neither one beside another nor a later edition
 * beside an earlier one gives a hidden count back.
 *
 * Cells of the same categories are one cell, wherever they stand: the totals that tables share, the groups of another
 * axis, what is inside and outside of a category that overlaps with others. A count that did not change since an
 * earlier edition is one and the same for the attacker; a changed one is a new cell beside the old one.
 *
 * Refused: a table without axis or category; two overlapping axes in one; counts of another length than the table, or
 * that are no whole number of zero or more; tables of the same persons whose totals differ.
 */
export function suppressLinked(
  tables: readonly LinkedTable[],
  earlier: readonly LinkedEdition[],
  solver: LpSolver,
  options: LinkedOptions = {},
): SuppressedLinked {
  const { system, idOf } = linkedSystem(tables, earlier, options);
  const moves = lpMoves(system, solver);
  try {
    const { hidden, unprotected } = protect(system, moves.find);
    const { cells } = publish(system, hidden);
    return {
      tables: tables.map(({ of, axes }) =>
        linkedPlaces(axes).map(({ at, published }) =>
          published ? cells[idOf(placeKey(of, axes, at))]! : null,
        ),
      ),
      unprotected: unprotected.length,
    };
  } finally {
    moves.release();
  }
}

/**
 * What anyone can see of these editions, newest first, as one set of cells and sums, for an attack. `values` are the true
 * counts of all its cells, published or not.
 */
export function linkedPublication(
  editions: readonly LinkedEdition[],
  options: LinkedOptions = {},
): { readonly publication: Publication; readonly values: readonly number[] } {
  const { system } = linkedSystem(editions[0]!.tables, editions, options);
  const { known, noData, values, relations, published } = system;
  const cells = values.slice(0, published).map((value, i): PublishedCell => {
    if (noData[i]) return { state: "no-data" };
    return known[i] ? { state: "shown", value } : SUPPRESSED;
  });
  const unpublished = values.length - published;
  return { publication: { cells, unpublished, relations, ...options }, values };
}

interface Version {
  readonly key: string;
  readonly value: number;
  readonly noData: boolean;
  published: boolean;
  cost: number;
  known: boolean;
  hidden: boolean;
}

/** The new tables and all earlier editions as one system; `idOf` finds a cell of the new ones by what it counts. */
function linkedSystem(
  tables: readonly LinkedTable[],
  earlier: readonly LinkedEdition[],
  { hidesZero = false, smallest = 0 }: LinkedOptions,
): { system: System; idOf: (key: string) => number } {
  const versions = new Map<string, Version>();
  const sums = new Map<string, { total: string; parts: readonly string[] }>();
  const read = (linked: ReturnType<typeof linkedCells>): ((key: string) => string) => {
    const name = (key: string) => `${key} ${linked.cells.get(key)!.value}`;
    for (const { key, value, published, totals, open } of linked.cells.values()) {
      const cost = lossOf(TOTAL_COST ** totals, value ?? 0);
      const one = versions.get(name(key));
      if (one) {
        one.published ||= published;
        one.known ||= open;
        one.cost = Math.max(one.cost, cost);
      } else
        versions.set(name(key), {
          ...{ key, value: value ?? 0, noData: value === null, published, cost },
          ...{ known: open, hidden: false },
        });
    }
    for (const sum of linked.sums) {
      const named = { total: name(sum.total), parts: sum.parts.map(name) };
      if (named.parts.length !== 1 || named.parts[0] !== named.total) sums.set(JSON.stringify(named), named);
    }
    return name;
  };
  const current = read(linkedCells(tables));
  for (const edition of earlier) {
    const name = read(linkedCells(edition.tables));
    for (const { of, axes, cells } of edition.tables)
      linkedPlaces(axes).forEach(({ at }, i) => {
        const version = versions.get(name(placeKey(of, axes, at)))!;
        version.known ||= cells[i]?.state === "shown";
        version.hidden ||= cells[i]?.state === "suppressed";
      });
  }
  const ordered = [...versions].sort(([, a], [, b]) => Number(b.published) - Number(a.published));
  const ids = new Map(ordered.map(([name], i) => [name, i]));
  const each = <T>(of: (version: Version) => T): T[] => ordered.map(([, version]) => of(version));
  const relations: Relation[] = [...sums.values()].map(({ total, parts }) => ({
    total: ids.get(total)!,
    parts: parts.map((part) => ids.get(part)!),
  }));
  return {
    idOf: (key) => ids.get(current(key))!,
    system: {
      values: each(({ value }) => value),
      published: ordered.filter(([, { published }]) => published).length,
      noData: each(({ noData }) => noData),
      known: each(({ known }) => known),
      hidden: each(({ hidden }) => hidden),
      cost: each(({ cost, published }) => (published ? cost : 0)),
      relations,
      hidesZero,
      smallest,
    },
  };
}
