import {
  type Attacker,
  bounds,
  isFixed,
  isSensitive,
  leastHidden,
  type System,
  sensitiveCells,
  smallestShown,
} from "./system.ts";

/** Another table that fits everything shown: how much each cell differs from the true one. */
export type Move = ReadonlyMap<number, number>;

export interface MoveRequest {
  readonly cell: number;
  readonly change: number;
  readonly attacker: Attacker;
  readonly hidden: readonly boolean[];
  /** True: shown cells may change too, at their cost, and must then be hidden. */
  readonly mayHide: boolean;
}

/** Finds a cheap table in which `cell` differs by `change`; null if it finds none. */
export type FindMove = (request: MoveRequest) => Move | null;

export interface Protection {
  readonly hidden: readonly boolean[];
  /** Sensitive cells that no hiding can protect, because what is known already gives them away. */
  readonly unprotected: readonly number[];
}

interface Need {
  readonly cell: number;
  readonly attacker: Attacker;
  /** Any one of these changes will do. */
  readonly changes: readonly number[];
  move: Move;
}

/** How far a small cell must be able to move before the insider: three possible values at least. */
const INSIDER_WIDTH = 2;

/**
 * Secondary suppression (二次秘匿) of any system of sums.
 *
 * A sensitive cell is safe when two other tables that fit everything shown are in hand: one in which it is
 * 1 or less and one in which it is 10 or more; before the insider, one in which it differs by 2. These
 * witness tables are the proof: nothing is called safe on the word of a solver. Whatever cell a witness
 * changes has to be hidden, so each is chosen to change few shown cells. Afterwards every cell hidden for
 * protection only is shown again if all witnesses can do without it.
 *
 * Hiding more never breaks a witness, so the order matters for the loss only; it is fixed, and the result
 * depends on nothing but the input.
 */
export function protect(system: System, find: FindMove): Protection {
  const sensitive = sensitiveCells(system);
  const hidden = system.values.map((_, i) => i >= system.published || system.hidden[i] === true);
  for (const cell of sensitive) hidden[cell] = true;
  const needs: Need[] = [];
  const unprotected: number[] = [];
  const pool = new MovePool(system.values.length);
  const floors = leastValues(system);
  for (const cell of sensitive) {
    for (const { attacker, attempts } of needsOf(system, cell, floors)) {
      let found: Move | null = null;
      let changes: readonly number[] = [];
      for (changes of attempts) {
        found =
          pool.find(cell, attacker, changes, hidden) ??
          cheapest(system, find, { cell, attacker, hidden, mayHide: true }, changes) ??
          withAllTotals(system, cell, attacker, changes);
        if (found !== null) break;
      }
      if (found === null) {
        // The insider's rule is an extra one; only the outsider's failure leaves a cell unprotected.
        if (attacker === "outsider" && unprotected.at(-1) !== cell) unprotected.push(cell);
        continue;
      }
      for (const i of found.keys()) hidden[i] = true;
      pool.add(found, attacker);
      needs.push({ cell, attacker, changes, move: found });
    }
  }
  showAgain(system, find, hidden, needs, pool);
  return { hidden, unprotected };
}

interface Wanted {
  readonly attacker: Attacker;
  /** Tried one after the other; of each, any one change will do. */
  readonly attempts: readonly (readonly number[])[];
}

/** What a cell needs. Downwards it needs to reach 1 (0 where zeros are hidden), or the least that the shown zeros leave possible. */
function needsOf(system: System, cell: number, floors: readonly number[]): Wanted[] {
  const value = system.values[cell]!;
  const needs: Wanted[] = [{ attacker: "outsider", attempts: [[smallestShown(system) - value]] }];
  const down: number[][] = [];
  for (let least = Math.max(leastHidden(system), floors[cell]!); least < value; least++)
    down.push([least - value]);
  if (down.length > 0) needs.push({ attacker: "outsider", attempts: down });
  if (cell < system.published) {
    const changes = [INSIDER_WIDTH, -INSIDER_WIDTH].filter((change) => isSensitive(system, value + change));
    needs.push({ attacker: "insider", attempts: [changes] });
  }
  return needs;
}

/**
 * The least each cell can be when zeros are shown: a sum of three hidden cells is 3 or more, however much
 * is hidden. A lower bound only; sums that cross may force more.
 */
function leastValues(system: System): number[] {
  const least = system.values.map((_, i) => bounds(system, i, "outsider")[0]);
  // Totals of totals settle after as many rounds as there are dimensions.
  for (let grown = true; grown; ) {
    grown = false;
    for (const { total, parts } of system.relations) {
      const sum = parts.reduce((all, part) => all + least[part]!, 0);
      if (sum <= least[total]!) continue;
      least[total] = sum;
      grown = true;
    }
  }
  return least;
}

function cheapest(
  system: System,
  find: FindMove,
  request: Omit<MoveRequest, "change">,
  changes: readonly number[],
): Move | null {
  let best: Move | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const change of changes) {
    const move = find({ ...request, change });
    if (move === null) continue;
    let cost = 0;
    for (const i of move.keys()) if (!request.hidden[i]) cost += system.cost[i]!;
    if (cost < bestCost) {
      best = move;
      bestCost = cost;
    }
    if (cost === 0) break;
  }
  return best;
}

/** The last resort: the cell and every sum above it change alike. Costly, but always there. */
function withAllTotals(
  system: System,
  cell: number,
  attacker: Attacker,
  changes: readonly number[],
): Move | null {
  const above = new Set([cell]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { total, parts } of system.relations) {
      if (above.has(total) || !parts.some((part) => above.has(part))) continue;
      above.add(total);
      grown = true;
    }
  }
  for (const change of changes) {
    const move = new Map([...above].map((i) => [i, change] as const));
    if (isPossible(system, move, attacker)) return move;
  }
  return null;
}

/** Every sum still holds, and nothing leaves what the attacker takes for possible. */
export function isPossible(system: System, move: Move, attacker: Attacker): boolean {
  for (const [i, change] of move) {
    const [low, high] = bounds(system, i, attacker);
    const value = system.values[i]! + change;
    if (!Number.isSafeInteger(value) || value < low || value > high || isFixed(system, i)) return false;
  }
  return system.relations.every(({ total, parts }) => {
    let sum = -(move.get(total) ?? 0);
    for (const part of parts) sum += move.get(part) ?? 0;
    return sum === 0;
  });
}

function showAgain(
  system: System,
  find: FindMove,
  hidden: boolean[],
  needs: readonly Need[],
  pool: MovePool,
): void {
  const candidates: number[] = [];
  for (let i = 0; i < system.published; i++) {
    if (hidden[i] && !system.hidden[i] && !isSensitive(system, system.values[i]!)) candidates.push(i);
  }
  candidates.sort(
    (a, b) => system.cost[b]! - system.cost[a]! || system.values[b]! - system.values[a]! || a - b,
  );
  for (const cell of candidates) {
    hidden[cell] = false;
    const replaced = new Map<Need, Move>();
    const doWithout = needs.every((need) => {
      if (!need.move.has(cell)) return true;
      const { attacker, changes } = need;
      const request = { cell: need.cell, attacker, hidden, mayHide: false };
      const move =
        pool.find(need.cell, attacker, changes, hidden) ?? cheapest(system, find, request, changes);
      if (move === null) return false;
      replaced.set(need, move);
      pool.add(move, attacker);
      return true;
    });
    if (!doWithout) hidden[cell] = true;
    else for (const [need, move] of replaced) need.move = move;
  }
}

/** Witnesses found so far; one of them often serves several cells. */
class MovePool {
  private readonly byCell: { move: Move; attacker: Attacker }[][];

  constructor(size: number) {
    this.byCell = Array.from({ length: size }, () => []);
  }

  add(move: Move, attacker: Attacker): void {
    for (const i of move.keys()) this.byCell[i]!.push({ move, attacker });
  }

  /** One that leaves every shown cell as it is; while cells are only being hidden that holds of all. */
  find(
    cell: number,
    attacker: Attacker,
    changes: readonly number[],
    hidden: readonly boolean[],
  ): Move | null {
    for (const entry of this.byCell[cell]!) {
      // The insider's tables are possible for the outsider too, not the other way round.
      if (attacker === "insider" && entry.attacker === "outsider") continue;
      const moved = entry.move.get(cell)!;
      const reaches = changes.some((change) => moved * change > 0 && Math.abs(moved) >= Math.abs(change));
      if (reaches && [...entry.move.keys()].every((i) => hidden[i])) return entry.move;
    }
    return null;
  }
}
