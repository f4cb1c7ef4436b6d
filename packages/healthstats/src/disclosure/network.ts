import type { FindMove, Move, MoveRequest } from "./protect.ts";
import { bounds, isFixed, type System } from "./system.ts";

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
  return (request) => new PathSearch(system, grid, request).move();
}

/** Paths over hidden cells should still be short. */
const STEP = 1e-3;

class PathSearch {
  private readonly changes = new Map<number, number>();
  private readonly rows: number;
  private readonly columns: number;
  private readonly system: System;
  private readonly grid: Grid;
  private readonly request: MoveRequest;

  constructor(system: System, grid: Grid, request: MoveRequest) {
    this.system = system;
    this.grid = grid;
    this.request = request;
    this.rows = grid.cells.length;
    this.columns = grid.cells[0]!.length;
  }

  move(): Move | null {
    const { cell, change, attacker } = this.request;
    const [low, high] = bounds(this.system, cell, attacker);
    const target = this.system.values[cell]! + change;
    if (isFixed(this.system, cell) || target < low || target > high) return null;
    const [row, column] = this.position(cell);
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
    if (cell === this.request.cell || isFixed(this.system, cell)) return Number.POSITIVE_INFINITY;
    if (hidden[cell] || this.changes.has(cell)) return STEP;
    return mayHide ? this.system.cost[cell]! + STEP : Number.POSITIVE_INFINITY;
  }

  private capacity(cell: number, way: number): number {
    const [low, high] = bounds(this.system, cell, this.request.attacker);
    const value = this.system.values[cell]! + this.changed(cell);
    return way > 0 ? high - value : value - low;
  }

  private changed(cell: number): number {
    return this.changes.get(cell) ?? 0;
  }

  private sign(row: number, column: number): number {
    return (row === this.rows - 1 ? -1 : 1) * (column === this.columns - 1 ? -1 : 1);
  }

  private position(cell: number): readonly [number, number] {
    for (let i = 0; i < this.rows; i++) {
      const j = this.grid.cells[i]!.indexOf(cell);
      if (j >= 0) return [i, j];
    }
    throw new Error(`cell ${cell} is not in the grid`);
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
