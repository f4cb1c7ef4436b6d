import type { FindMove, Move, MoveRequest } from "./protect.ts";
import { type Attacker, bounds, isFixed, type System } from "./system.ts";

/**
 * A two-way table with both totals, as a network: each row and each column is a node, each cell an edge.
 * With the sign of totals turned round, every row and every column sums to zero, so that any other table
 * that fits is reached by pushing amounts round closed paths. `cells[i][j]` is the index in the system;
 * the last row and the last column are the totals.
 */
export interface Grid {
  readonly cells: readonly (readonly number[])[];
}

/**
 * Finds moves in a two-way table exactly, by cheapest paths: to change a cell by d, send d from its column
 * back to its row along cells that can give or take it. Whole numbers stay whole.
 */
export function networkMoves(system: System, grid: Grid): FindMove {
  const positions = new Map(grid.cells.flatMap((row, i) => row.map((cell, j) => [cell, [i, j]] as const)));
  const fixed = system.values.map((_, i) => isFixed(system, i));
  const limits = { outsider: allBounds(system, "outsider"), insider: allBounds(system, "insider") };
  return (request) => {
    const place = positions.get(request.cell);
    if (place === undefined || fixed[request.cell]) return null;
    return new PathSearch({ system, grid, fixed, ...limits[request.attacker] }, request).move(place);
  };
}

interface Network {
  readonly system: System;
  readonly grid: Grid;
  readonly fixed: readonly boolean[];
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** A search asks for them hundreds of thousands of times. */
function allBounds(system: System, attacker: Attacker): { low: Float64Array; high: Float64Array } {
  const all = system.values.map((_, i) => bounds(system, i, attacker));
  return { low: Float64Array.from(all, ([low]) => low), high: Float64Array.from(all, ([, high]) => high) };
}

/** Paths over hidden cells should still be short. */
const STEP = 1e-3;

class PathSearch {
  private readonly changes = new Map<number, number>();
  private readonly rows: number;
  private readonly columns: number;
  private readonly network: Network;
  private readonly grid: Grid;
  private readonly request: MoveRequest;

  constructor(network: Network, request: MoveRequest) {
    this.network = network;
    this.grid = network.grid;
    this.request = request;
    this.rows = this.grid.cells.length;
    this.columns = this.grid.cells[0]!.length;
  }

  move([row, column]: readonly [number, number]): Move | null {
    const { cell, change } = this.request;
    if (this.capacity(cell, Math.sign(change)) < Math.abs(change)) return null;
    const direction = Math.sign(change) * this.sign(row, column);
    this.changes.set(cell, change);
    for (let left = Math.abs(change); left > 0; ) {
      const path = this.choosePath(row, column, direction, left);
      if (path === null) return null;
      const amount = Math.min(left, path.capacity);
      for (const step of path.steps) this.changes.set(step.cell, this.changed(step.cell) + step.way * amount);
      left -= amount;
    }
    for (const [i, changed] of this.changes) if (changed === 0) this.changes.delete(i);
    return this.changes;
  }

  /** The cheapest path, but one that carries everything where the cheapest would cost a shown cell. */
  private choosePath(row: number, column: number, direction: number, left: number): Path | null {
    const narrow = this.path(row, column, direction, 1);
    if (narrow === null || narrow.capacity >= left) return narrow;
    const wide = this.path(row, column, direction, left);
    return wide !== null && (narrow.cost >= 1 || wide.cost <= narrow.cost) ? wide : narrow;
  }

  /** Dijkstra from the column's node to the row's; steps out of columns fall, steps out of rows rise. */
  private path(row: number, column: number, direction: number, least: number): Path | null {
    const size = this.rows + this.columns;
    const cost = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(size).fill(-1);
    const done = new Uint8Array(size);
    const start = this.rows + column;
    cost[start] = 0;
    for (;;) {
      let node = -1;
      for (let k = 0; k < size; k++) {
        if (!done[k] && cost[k]! < (node < 0 ? Number.POSITIVE_INFINITY : cost[node]!)) node = k;
      }
      if (node < 0) return null;
      if (node === row) return this.trace(from, start, row, direction, cost[row]!);
      done[node] = 1;
      const outOfColumn = node >= this.rows;
      const flow = outOfColumn ? -direction : direction;
      for (let k = 0; k < (outOfColumn ? this.rows : this.columns); k++) {
        const next = outOfColumn ? k : this.rows + k;
        if (done[next]) continue;
        const [i, j] = outOfColumn ? [k, node - this.rows] : [node, k];
        const cell = this.grid.cells[i]![j]!;
        const way = flow * this.sign(i, j);
        const price = this.price(cell);
        if (cost[node]! + price < cost[next]! && this.capacity(cell, way) >= least) {
          cost[next] = cost[node]! + price;
          from[next] = node;
        }
      }
    }
  }

  private trace(from: Int32Array, start: number, row: number, direction: number, cost: number): Path {
    const steps: Step[] = [];
    let capacity = Number.POSITIVE_INFINITY;
    for (let node = row; node !== start; node = from[node]!) {
      const previous = from[node]!;
      const outOfColumn = previous >= this.rows;
      const [i, j] = outOfColumn ? [node, previous - this.rows] : [previous, node - this.rows];
      const cell = this.grid.cells[i]![j]!;
      const way = (outOfColumn ? -direction : direction) * this.sign(i, j);
      steps.push({ cell, way });
      capacity = Math.min(capacity, this.capacity(cell, way));
    }
    return { steps, capacity, cost };
  }

  private price(cell: number): number {
    const { hidden, mayHide } = this.request;
    if (cell === this.request.cell || this.network.fixed[cell]) return Number.POSITIVE_INFINITY;
    if (hidden[cell] || this.changes.has(cell)) return STEP;
    return mayHide ? this.network.system.cost[cell]! + STEP : Number.POSITIVE_INFINITY;
  }

  private capacity(cell: number, way: number): number {
    const value = this.network.system.values[cell]! + this.changed(cell);
    return way > 0 ? this.network.high[cell]! - value : value - this.network.low[cell]!;
  }

  private changed(cell: number): number {
    return this.changes.get(cell) ?? 0;
  }

  private sign(row: number, column: number): number {
    return (row === this.rows - 1 ? -1 : 1) * (column === this.columns - 1 ? -1 : 1);
  }
}

interface Step {
  readonly cell: number;
  /** +1: the cell rises. */
  readonly way: number;
}

interface Path {
  readonly steps: readonly Step[];
  readonly capacity: number;
  readonly cost: number;
}
