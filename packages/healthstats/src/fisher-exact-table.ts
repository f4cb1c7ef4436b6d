import { type CountTable, tableMargins } from "./chi-square-independence.ts";
import { refuse } from "./guards.ts";
import { logGamma } from "./special-functions.ts";

/** Work that is done before the test is refused: some seconds on one core. */
const MOST_STEPS = 40_000_000;
/** Filling a column costs about this many times what adding a weight costs. */
const FILL_COST = 10;
const TOO_LARGE = "must be small enough to count every table; use chi-square";

/**
 * Fisher's exact test of a larger table (Freeman and Halton): the probability of all tables with the
 * same sums that are no more likely than the observed one.
 *
 *     P(table) = Π rowᵢ! · Π columnⱼ! / (total! · Π cellᵢⱼ!)
 *
 * Tables are built column by column as paths through a network (Mehta and Patel): paths that leave
 * the same row sums open are shared, and a path is closed as soon as all its ends count, or none.
 * Source: Freeman and Halton, Biometrika 1951;38:141; Mehta and Patel, JASA 1983;78:427.
 * @param table r rows of c counts of persons, both two or more; some hundred persons: for larger
 *   counts the chi-square test says the same
 * @returns the two-sided p-value
 * @throws RefusedArgument table: at least two rows and columns of equal length, entries whole, not
 *   negative and not all zero.
 * @throws RefusedArgument table: must be small enough to be counted through.
 */
export function fisherExactTable(table: CountTable): number {
  const { rows, columns, total } = tableMargins(table);
  if (total === 0) refuse("table", "must not be zero in every cell");
  if (total > 5_000) refuse("table", TOO_LARGE);
  const [open, steps] = rows.length <= columns.length ? [rows, columns] : [columns, rows];
  const network = new Network(open, steps, total);
  let weight = 0;
  for (const row of table) for (const cell of row) weight -= network.logFactorial[cell]!;
  return Math.min(1, network.share(weight + 1e-7));
}

/** Row sums still open before a column, with the extremes of what the rest of the table can weigh. */
interface Node {
  readonly left: readonly number[];
  readonly longest: number;
  readonly shortest: number;
}

/** A node on the way forward: every weight so far, with the number of ways to it. */
interface Stop {
  readonly left: readonly number[];
  readonly past: Map<number, [weight: number, ways: number]>;
}

/** The weight of a path is −Σ ln cell!; the probability of a table is `constant` more, as a logarithm. */
class Network {
  readonly logFactorial: Float64Array;
  readonly open: readonly number[];
  readonly steps: readonly number[];
  readonly constant: number;
  readonly nodes: Map<string, Node>[];
  walked = 0;

  constructor(open: readonly number[], steps: readonly number[], total: number) {
    this.logFactorial = Float64Array.from({ length: total + 1 }, (_, n) => logGamma(n + 1));
    // The largest column last: the last one is never chosen, it is what remains.
    this.steps = [...steps].sort((a, b) => a - b);
    this.open = sorted(open);
    this.constant = this.logProduct(open) + this.logProduct(steps) - this.logFactorial[total]!;
    this.nodes = steps.map(() => new Map());
  }

  /** Total probability of all tables whose weight does not pass the bound. */
  share(bound: number): number {
    let stage = new Map<string, Stop>();
    stage.set(this.open.join(), { left: this.open, past: new Map([[0, [0, 1]]]) });
    let probability = 0;
    for (let column = 0; column < this.steps.length; column++) {
      const next = new Map<string, Stop>();
      for (const { left, past } of stage.values()) {
        const { longest, shortest } = this.node(left, column);
        const undecided: [number, number][] = [];
        for (const [weight, ways] of past.values()) {
          if (weight + longest <= bound) probability += ways * Math.exp(weight + this.rest(left, column));
          else if (weight + shortest <= bound) undecided.push([weight, ways]);
        }
        if (undecided.length > 0) this.advance(left, column, undecided, next);
      }
      stage = next;
    }
    return probability;
  }

  private advance(
    left: readonly number[],
    column: number,
    paths: [number, number][],
    next: Map<string, Stop>,
  ) {
    this.forEachColumn(left, column, (after, cost) => {
      this.count(paths.length);
      const key = after.join();
      const stop = next.get(key) ?? { left: after, past: new Map() };
      next.set(key, stop);
      for (const [weight, ways] of paths) {
        const sum = weight - cost;
        // Weights that differ by rounding only are one weight.
        const slot = Math.round(sum * 1e9);
        const known = stop.past.get(slot);
        if (known) known[1] += ways;
        else stop.past.set(slot, [sum, ways]);
      }
    });
  }

  /** Logarithm of constant · Σ over all ways to fill the remaining columns of Π 1/cell!. */
  private rest(left: readonly number[], column: number): number {
    const persons = left.reduce((sum, n) => sum + n, 0);
    const columns = this.steps.slice(column);
    return this.constant + this.logFactorial[persons]! - this.logProduct(left) - this.logProduct(columns);
  }

  private node(left: readonly number[], column: number): Node {
    const key = left.join();
    const known = this.nodes[column]!.get(key);
    if (known) return known;
    let longest = Number.NEGATIVE_INFINITY;
    let shortest = Number.POSITIVE_INFINITY;
    if (column === this.steps.length - 1) {
      longest = -this.logProduct(left);
      shortest = longest;
    } else {
      this.forEachColumn(left, column, (after, cost) => {
        const child = this.node(after, column + 1);
        longest = Math.max(longest, child.longest - cost);
        shortest = Math.min(shortest, child.shortest - cost);
      });
    }
    const node = { left, longest, shortest };
    this.nodes[column]!.set(key, node);
    return node;
  }

  /** Every way to fill a column: what it leaves open, sorted, for only the sums matter, and its Σ ln cell!. */
  private forEachColumn(
    left: readonly number[],
    column: number,
    visit: (after: number[], cost: number) => void,
  ): void {
    const after = [...left];
    const room = left.map((_, i) => left.slice(i + 1).reduce((sum, n) => sum + n, 0));
    const fill = (row: number, sum: number, cost: number): void => {
      const most = Math.min(left[row]!, sum);
      const least = Math.max(0, sum - room[row]!);
      for (let n = least; n <= most; n++) {
        after[row] = left[row]! - n;
        const next = cost + this.logFactorial[n]!;
        if (row === left.length - 1) {
          this.count(FILL_COST);
          visit(sorted(after), next);
        } else fill(row + 1, sum - n, next);
      }
    };
    fill(0, this.steps[column]!, 0);
  }

  private count(steps: number): void {
    this.walked += steps;
    if (this.walked > MOST_STEPS) refuse("table", TOO_LARGE);
  }

  private logProduct(sums: readonly number[]): number {
    return sums.reduce((sum, n) => sum + this.logFactorial[n]!, 0);
  }
}

function sorted(sums: readonly number[]): number[] {
  return [...sums].sort((a, b) => a - b);
}
