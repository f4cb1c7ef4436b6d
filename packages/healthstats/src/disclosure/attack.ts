import { refuse } from "../guards.ts";
import { HeldProgram, type LpSolver } from "./solver.ts";
import type { Publication } from "./system.ts";

export interface InferredInterval {
  readonly cell: number;
  /** Whole numbers that the hidden cell can have, as far as the publication tells; high may be Infinity. */
  readonly low: number;
  readonly high: number;
}

export interface AttackOptions {
  /**
   * What the attacker knows beforehand of a cell, published or not. By default a suppressed cell is 1 or
   * more where zeros are shown, and an unpublished one 0 or more.
   */
  readonly known?: (cell: number) => readonly [low: number, high: number];
}

/**
 * What an attacker can infer: for every suppressed cell the least and the greatest value that fits all
 * shown cells, all sums between them and what he knows beforehand — two linear programs a cell.
 *
 * It takes what was published and nothing else, so it judges any method of suppression.
 *
 * Refused: `publication` whose shown cells contradict each other, or that names a cell which does not exist.
 */
export function attack(
  publication: Publication,
  solver: LpSolver,
  options: AttackOptions = {},
): InferredInterval[] {
  const { cells, unpublished, relations, hidesZero } = publication;
  const size = cells.length + unpublished;
  const column = new Int32Array(size).fill(-1);
  const open: number[] = [];
  const value = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const cell = cells[i];
    if (cell?.state === "shown") value[i] = cell.value;
    else if (cell?.state !== "no-data") column[i] = open.push(i) - 1;
  }
  const known =
    options.known ??
    ((i: number) => [i < cells.length && !hidesZero ? 1 : 0, Number.POSITIVE_INFINITY] as const);
  const limits = open.map(known);
  const program = new HeldProgram(solver, {
    lower: limits.map(([low]) => low),
    upper: limits.map(([, high]) => high),
    rows: relations.map(({ total, parts }) => {
      const entries: [number, number][] = [];
      let equals = 0;
      for (const [i, sign] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
        if (i < 0 || i >= size) refuse("publication.relations", "must name existing cells only");
        if (column[i]! >= 0) entries.push([column[i]!, sign]);
        else equals -= sign * value[i]!;
      }
      return { entries, equals };
    }),
  });
  try {
    const found: InferredInterval[] = [];
    open.forEach((cell, k) => {
      if (cell >= cells.length) return;
      const low = extreme(program, k, 1);
      const high = extreme(program, k, -1);
      // The solver is exact to about 1e-7; whole numbers are what the cells hold.
      found.push({
        cell,
        low: Math.ceil(low - 1e-5),
        high: Math.floor(high + 1e-5),
      });
    });
    return found;
  } finally {
    program.dispose();
  }
}

function extreme(program: HeldProgram, column: number, sense: 1 | -1): number {
  program.setCost(column, sense);
  const { status, objective } = program.solve();
  program.setCost(column, 0);
  // The least value is asked for first and always bounded, so by now the program is known to be feasible.
  if (status === "unbounded" && sense === -1) return Number.POSITIVE_INFINITY;
  if (status === "infeasible") refuse("publication", "contradicts itself: no table fits the shown cells");
  if (status !== "optimal") throw new Error("the solver gave up on an attack");
  return sense * objective;
}
