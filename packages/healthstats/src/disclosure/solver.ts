import type { Highs, Model } from "highs";

/**
 * The linear-programming solver (HiGHS, compiled to WebAssembly, run in process). Load it once and hand it
 * to whatever needs it; solving is synchronous.
 */
export interface LpSolver {
  readonly highs: Highs;
}

let loaded: Promise<LpSolver> | null = null;

/**
 * Loads the solver from the installed package; no network in Node. A browser hands in the bytes of the
 * package's `highs.wasm` (`highs/runtime`), served from its own origin. The first call loads, later ones
 * return the same solver; who never attacks nor links tables never loads it.
 */
export function loadSolver(wasm?: ArrayBuffer | Uint8Array): Promise<LpSolver> {
  loaded ??= import("highs")
    .then((module) => module.default(wasm === undefined ? {} : { wasmBinary: wasm }))
    .then((highs: Highs) => ({ highs }));
  return loaded;
}

export interface LinearProgram {
  /** Bounds of each column. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Rows as sparse sums of columns, each equal to its right-hand side. */
  readonly rows: readonly {
    readonly entries: readonly (readonly [number, number])[];
    readonly equals: number;
  }[];
}

/** A program kept in the solver, to be solved again and again with other costs and bounds. */
export class HeldProgram {
  private readonly highs: Highs;
  private readonly model: Model;
  private readonly columns: number;

  constructor(solver: LpSolver, program: LinearProgram) {
    this.highs = solver.highs;
    this.columns = program.lower.length;
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const { entries } of program.rows) {
      for (const [column, coefficient] of entries) {
        indices.push(column);
        values.push(coefficient);
      }
      starts.push(indices.length);
    }
    const sides = program.rows.map(({ equals }) => equals);
    this.model = this.highs.createModel({
      numCols: this.columns,
      numRows: sides.length,
      colCost: new Array(this.columns).fill(0),
      colLower: [...program.lower],
      colUpper: [...program.upper],
      rowLower: sides,
      rowUpper: sides,
      matrix: { format: "csr", numRows: sides.length, numCols: this.columns, starts, indices, values },
    });
    // Whole-number searches may stop early: a dearer answer is as safe, an endless search is none. Steps,
    // not seconds, so that the answer does not depend on the machine.
    this.model.options.set({ mip_rel_gap: 0.1, mip_max_nodes: 1000 });
  }

  setCosts(costs: readonly number[]): void {
    this.model.changeColsCost(this.all(), costs);
  }

  setCost(column: number, cost: number): void {
    this.model.changeColCost(column, cost);
  }

  setBounds(lower: readonly number[], upper: readonly number[]): void {
    this.model.changeColsBounds(this.all(), lower, upper);
  }

  setWhole(whole: boolean): void {
    if (whole) this.model.changeColsIntegrality(this.all(), new Int32Array(this.columns).fill(1));
    else this.model.clearIntegrality();
  }

  /** Minimises the costs. "unbounded" may also be infeasible: only a program known to be feasible tells. */
  solve(): { readonly status: "optimal" | "infeasible" | "unbounded" | "other"; readonly objective: number } {
    const codes = this.highs.constants.modelStatus;
    this.model.run();
    let status = this.model.getModelStatus();
    if (status !== codes.optimal && status !== codes.infeasible) {
      // A start from the last solution can lead into numerical trouble; a fresh start is slower and surer.
      this.model.clearSolver();
      this.model.run();
      status = this.model.getModelStatus();
    }
    if (status === codes.optimal) return { status: "optimal", objective: this.model.getObjectiveValue() };
    if (status === codes.infeasible) return { status: "infeasible", objective: Number.NaN };
    const unbounded = status === codes.unbounded || status === codes.unboundedOrInfeasible;
    return { status: unbounded ? "unbounded" : "other", objective: Number.NaN };
  }

  solution(): Float64Array {
    return this.model.getSolution().colValue;
  }

  /** The solver's memory is not garbage collected. */
  dispose(): void {
    this.model.dispose();
  }

  private all(): { kind: "range"; from: number; to: number } {
    return { kind: "range", from: 0, to: this.columns - 1 };
  }
}
