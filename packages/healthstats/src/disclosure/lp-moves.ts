import { type FindMove, isPossible, type Move, type MoveRequest } from "./protect.ts";
import { HeldProgram, type LpSolver } from "./solver.ts";
import { bounds, isFixed, type System } from "./system.ts";

/** No witness needs to move a cell further than this; it keeps the solver's numbers small. */
const FARTHEST = 100_000;
/** Hidden cells cost a little too, so that witnesses stay short and later cells can be shown again. */
const STEP = 1e-3;

export interface HeldMoves {
  readonly find: FindMove;
  /** Gives the solver's memory back. */
  readonly release: () => void;
}

/**
 * Finds moves in any system of sums by linear programming: each cell may rise or fall within what the
 * attacker takes for possible, the sums must hold, and change of shown cells is what costs. The answer is
 * rounded and checked in whole numbers; if it is not whole, it is asked for again with whole numbers only.
 */
export function lpMoves(system: System, solver: LpSolver): HeldMoves {
  const n = system.values.length;
  const rows = system.relations.map(({ total, parts }) => ({
    equals: 0,
    entries: [
      [total, -1],
      [n + total, 1],
      ...parts.flatMap((p) => [
        [p, 1],
        [n + p, -1],
      ]),
    ] as [number, number][],
  }));
  // Columns 0..n−1 are rises, n..2n−1 falls.
  const zeros = new Array<number>(2 * n).fill(0);
  const program = new HeldProgram(solver, { lower: zeros, upper: zeros, rows });
  return { find: (request) => search(system, program, request), release: () => program.dispose() };
}

function search(system: System, program: HeldProgram, request: MoveRequest): Move | null {
  const { cell, change, attacker, hidden, mayHide } = request;
  const n = system.values.length;
  const lower = new Array<number>(2 * n).fill(0);
  const upper = new Array<number>(2 * n).fill(0);
  const costs = new Array<number>(2 * n).fill(0);
  for (let i = 0; i < n; i++) {
    if (isFixed(system, i) || !(hidden[i] || mayHide)) continue;
    const [low, high] = bounds(system, i, attacker);
    const value = system.values[i]!;
    upper[i] = Math.min(FARTHEST, high - value);
    upper[n + i] = Math.min(FARTHEST, value - low);
    costs[i] = hidden[i] ? STEP : system.cost[i]! + STEP;
    costs[n + i] = costs[i]!;
  }
  const [column, opposite] = change > 0 ? [cell, n + cell] : [n + cell, cell];
  if (upper[column]! < Math.abs(change)) return null;
  lower[column] = upper[column] = Math.abs(change);
  upper[opposite] = 0;
  program.setBounds(lower, upper);
  program.setCosts(costs);
  if (program.solve().status !== "optimal") return null;
  const move = wholeMove(program.solution(), n);
  if (move !== null && isPossible(system, move, attacker)) return move;
  program.setWhole(true);
  const solved = program.solve().status === "optimal";
  const whole = solved ? wholeMove(program.solution(), n) : null;
  program.setWhole(false);
  return whole !== null && isPossible(system, whole, attacker) ? whole : null;
}

function wholeMove(solution: Float64Array, n: number): Move | null {
  const move = new Map<number, number>();
  for (let i = 0; i < n; i++) {
    const change = solution[i]! - solution[n + i]!;
    const whole = Math.round(change);
    if (Math.abs(change - whole) > 1e-6) return null;
    if (whole !== 0) move.set(i, whole);
  }
  return move;
}
