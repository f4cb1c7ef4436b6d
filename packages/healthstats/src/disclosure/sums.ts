import { refuse } from "../guards.ts";
import type { PublishedCell } from "./cell.ts";
import { lpMoves } from "./lp-moves.ts";
import { protect } from "./protect.ts";
import type { LpSolver } from "./solver.ts";
import { lossOf, type Publication, publish, type Relation, type System } from "./system.ts";

/** A set of atoms (smallest cells, by index) whose sum is published. */
export interface PublishedSum {
  readonly atoms: readonly number[];
  /** What it costs to lose it. */
  readonly cost: number;
  /** What an earlier publication did with the same sum, if there was one. */
  readonly earlier?: PublishedCell["state"] | undefined;
}

export interface SuppressedSums {
  /** One for each sum asked for, in their order. */
  readonly cells: readonly PublishedCell[];
  readonly publication: Publication;
  /** Indexes of sums that cannot be protected, because an earlier publication gives them away. */
  readonly unprotected: readonly number[];
}

/**
 * Suppression for sums over one body of atoms, published or not. Sums of the same atoms are one cell;
 * atoms that always appear together are one, for nothing can ever tell them apart. Small atoms count as
 * sensitive even if no cell shows them: the difference of two sums may.
 */
export function suppressSums(
  atoms: readonly (number | null)[],
  sums: readonly PublishedSum[],
  solver: LpSolver,
): SuppressedSums {
  const { system, cellOf } = sumsSystem(atoms, sums);
  const moves = lpMoves(system, solver);
  try {
    const { hidden, unprotected } = protect(system, moves.find);
    const publication = publish(system, hidden);
    return {
      cells: cellOf.map((cell) => publication.cells[cell]!),
      publication,
      unprotected: sums.map((_, i) => i).filter((i) => unprotected.includes(cellOf[i]!)),
    };
  } finally {
    moves.release();
  }
}

export function sumsSystem(
  atoms: readonly (number | null)[],
  sums: readonly PublishedSum[],
): { system: System; cellOf: number[] } {
  // Atoms without data belong to no sum.
  const present = sums.map(({ atoms: list }) =>
    [...new Set(list)].filter((a) => atoms[a] !== null).sort((a, b) => a - b),
  );
  const cells = new Map<string, number>();
  const members: (readonly number[])[] = [];
  const cost: number[] = [];
  const states: Set<string>[] = [];
  const cellOf = present.map((list, i) => {
    const key = list.join();
    let cell = cells.get(key);
    if (cell === undefined) {
      cell = members.push(list) - 1;
      cells.set(key, cell);
      cost.push(0);
      states.push(new Set());
    }
    cost[cell] = Math.max(cost[cell]!, sums[i]!.cost);
    const { earlier } = sums[i]!;
    if (earlier !== undefined) states[cell]!.add(earlier);
    return cell;
  });
  const values = members.map((list) => list.reduce((sum, a) => sum + atoms[a]!, 0));
  if (!values.every(Number.isSafeInteger)) refuse("counts", "must not add up beyond 9,007,199,254,740,991");
  const relations = blockRelations(atoms, members, cells, values);
  const published = members.length;
  const each = <T>(of: (i: number) => T, rest: T): T[] =>
    values.map((_, i) => (i < published ? of(i) : rest));
  return {
    cellOf,
    system: {
      values,
      published,
      noData: each((i) => members[i]!.length === 0, false),
      known: each((i) => states[i]!.has("shown"), false),
      hidden: each((i) => states[i]!.has("suppressed"), false),
      cost: each((i) => lossOf(cost[i]!, values[i]!), 0),
      relations,
    },
  };
}

/** Each sum as the sum of its blocks; a block that is itself published is that cell. Appends the others. */
function blockRelations(
  atoms: readonly (number | null)[],
  members: readonly (readonly number[])[],
  cells: ReadonlyMap<string, number>,
  values: number[],
): Relation[] {
  const signature: number[][] = atoms.map(() => []);
  members.forEach((list, cell) => {
    for (const a of list) signature[a]!.push(cell);
  });
  const blocks = new Map<string, number[]>();
  signature.forEach((inCells, a) => {
    if (inCells.length === 0) return;
    const key = inCells.join();
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [a]);
    else block.push(a);
  });
  const parts: number[][] = members.map(() => []);
  for (const [key, block] of blocks) {
    const own = cells.get(block.join());
    const index = own ?? values.push(block.reduce((sum, a) => sum + atoms[a]!, 0)) - 1;
    for (const cell of key.split(",").map(Number)) if (cell !== index) parts[cell]!.push(index);
  }
  return parts.flatMap((list, total) => (list.length === 0 ? [] : [{ total, parts: list }]));
}
