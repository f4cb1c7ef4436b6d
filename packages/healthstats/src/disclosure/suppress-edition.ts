import { refuse } from "../guards.ts";
import type { PublishedCell } from "./cell.ts";
import type { LpSolver } from "./solver.ts";
import { type PublishedSum, suppressSums } from "./sums.ts";
import { type CountedTable, type SuppressedTable, tableSystem } from "./suppress-table.ts";
import type { Publication } from "./system.ts";

/** A table as it was published before: the counts it had then, and what was shown of them. */
export interface EarlierEdition {
  readonly counts: readonly (number | null)[];
  readonly cells: readonly PublishedCell[];
}

export interface SuppressedEdition extends SuppressedTable {
  /** This and the earlier editions as one, for an attack on all of them. */
  readonly together: Publication;
}

/**
 * Suppression of a new edition of a table, so that it gives away nothing that an earlier edition hid, nor
 * they anything that it hides.
 *
 * A count that did not change is one and the same for the attacker: shown once, it is known for good and
 * can protect nothing; hidden once, it stays hidden. A count that changed is a new one beside the old. A
 * cell that earlier editions already give away is listed in `unprotected`; it is hidden all the same.
 *
 * Refused: what `suppressTable` refuses; an earlier edition whose counts or cells do not fit the table.
 */
export function suppressEdition(
  table: CountedTable,
  earlier: readonly EarlierEdition[],
  solver: LpSolver,
): SuppressedEdition {
  const places = placesOf(table);
  const atoms: (number | null)[] = [...table.counts];
  const sums: PublishedSum[] = places.map(({ atoms: list, cost }) => ({ atoms: list, cost }));
  // Where the atom of each edition so far stands in the common list.
  const versions: { counts: readonly (number | null)[]; atom: readonly number[] }[] = [
    { counts: table.counts, atom: table.counts.map((_, i) => i) },
  ];
  earlier.forEach(({ counts, cells }, e) => {
    if (counts.length !== table.counts.length)
      refuse(`earlier[${e}].counts`, "must have as many entries as counts");
    if (cells.length !== places.length)
      refuse(`earlier[${e}].cells`, "must have as many entries as the table");
    const atom = counts.map((value, i) => {
      const same = versions.find((version) => version.counts[i] === value);
      return same === undefined ? atoms.push(value) - 1 : same.atom[i]!;
    });
    versions.push({ counts, atom });
    places.forEach(({ atoms: list, cost }, i) => {
      sums.push({ atoms: list.map((a) => atom[a]!), cost, earlier: cells[i]!.state });
    });
  });
  const { cells, publication, unprotected } = suppressSums(atoms, sums, solver);
  return {
    dimensions: table.dimensions,
    cells: cells.slice(0, places.length),
    unpublished: 0,
    relations: tableSystem(table).system.relations.filter(({ total, parts }) =>
      [total, ...parts].every((i) => i < places.length),
    ),
    unprotected: unprotected.filter((i) => i < places.length),
    together: publication,
  };
}

/** The published cells of a table, each as the atoms it sums. */
function placesOf(table: CountedTable): { atoms: number[]; cost: number }[] {
  const { system } = tableSystem(table);
  const sizes = table.dimensions.map(({ categories }) => categories.length);
  const places = table.dimensions.reduce<(number | null)[][]>(
    (all, { categories, total }) =>
      all.flatMap((place) => [
        ...categories.map((_, k) => [...place, k]),
        ...(total === false ? [] : [[...place, null]]),
      ]),
    [[]],
  );
  return places.map((place, i) => ({
    cost: system.cost[i]!,
    atoms: place.reduce<number[]>(
      (atoms, p, d) =>
        atoms.flatMap((atom) =>
          (p === null ? Array.from({ length: sizes[d]! }, (_, k) => k) : [p]).map(
            (k) => atom * sizes[d]! + k,
          ),
        ),
      [0],
    ),
  }));
}
