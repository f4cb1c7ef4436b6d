import { tableMargins } from "./chi-square-independence.ts";
import { logHypergeometricProbability } from "./discrete-distributions.ts";
import { positive, refuse } from "./guards.ts";
import { findRoot } from "./root-finding.ts";

/** A 2 × 2 table: [[a, b], [c, d]]. */
export type FourfoldTable = readonly [readonly [number, number], readonly [number, number]];

const EXACT_ODDS = 1e-16;

/**
 * R ends its search for the conditional odds ratio this early: its third digit can be off
 * (15.470 where the estimate is 15.466). Only for setting a figure beside one that R printed.
 */
export const R_ODDS_TOLERANCE = Number.EPSILON ** 0.25;

/** How finely the conditional odds ratio is searched. */
export interface FisherOptions {
  readonly oddsRatioTolerance?: number;
}

/** Fisher's exact test of a fourfold table. */
export interface FisherExact {
  /** All tables no more likely than the observed one. */
  readonly pTwoSided: number;
  /** The first cell this large or larger. */
  readonly pGreater: number;
  /** The first cell this small or smaller. */
  readonly pLess: number;
  /** ad/(bc); null where bc is zero. */
  readonly oddsRatioSample: number | null;
  /** Conditional maximum likelihood estimate; null where it is infinite or the margins fix the table. */
  readonly oddsRatioConditional: number | null;
}

/**
 * Fisher's exact test of a fourfold table.
 *
 * Says: how often a table at least this unusual comes up by chance, the sums of rows and columns held.
 *
 *     p = Σ P(k) over all k with P(k) ≤ P(a)·(1 + 10⁻⁷),  P hypergeometric
 *
 * Doubling the one-sided value is another convention and gives other numbers. Only terms that matter
 * are summed, outwards from where they are largest, so counts of 10⁹ take milliseconds.
 * Source: Fisher 1935; conditional estimate: Breslow and Day 1980, chapter 4.
 * @param table [[a, b], [c, d]] counts of persons
 * @param options oddsRatioTolerance (1e-16): how far the conditional odds ratio, or its reciprocal if
 *   it is above one, may be off; R_ODDS_TOLERANCE gives the figure that R prints
 * @throws RefusedArgument table: two rows of two entries, whole and not negative.
 * @throws RefusedArgument table: must not be zero in every cell.
 * @throws RefusedArgument oddsRatioTolerance: must be a finite number above zero.
 */
export function fisherExact(table: FourfoldTable, options: FisherOptions = {}): FisherExact {
  const { oddsRatioTolerance = EXACT_ODDS } = options;
  positive(oddsRatioTolerance, "oddsRatioTolerance");
  const { rows, columns, total } = tableMargins(table);
  if (rows.length !== 2 || columns.length !== 2) refuse("table", "must have two rows of two entries");
  if (total === 0) refuse("table", "must not be zero in every cell");
  const margins = new Margins(rows[0]!, columns[0]!, total);
  const [[a, b], [c, d]] = table;
  const { low, high } = margins;
  const mode = margins.mode(0);
  const bound = margins.log(a) + 1e-7;
  const left = lastTrue(low, mode, (k) => margins.log(k) <= bound);
  const right = firstTrue(mode, high, (k) => margins.log(k) <= bound);
  // A table as likely as the likeliest leaves nothing out.
  const everything = margins.log(mode) <= bound;
  return {
    pTwoSided: everything ? 1 : Math.min(1, margins.tail(left, -1) + margins.tail(right, 1)),
    pGreater: a <= mode ? Math.min(1, 1 - margins.tail(a - 1, -1)) : margins.tail(a, 1),
    pLess: a >= mode ? Math.min(1, 1 - margins.tail(a + 1, 1)) : margins.tail(a, -1),
    oddsRatioSample: b * c === 0 ? null : (a / b) * (d / c),
    oddsRatioConditional: conditionalOddsRatio(margins, a, oddsRatioTolerance),
  };
}

/** The tables that share their sums, told apart by their first cell. */
class Margins {
  readonly low: number;
  readonly high: number;
  readonly row: number;
  readonly column: number;
  readonly total: number;

  constructor(row: number, column: number, total: number) {
    this.row = row;
    this.column = column;
    this.total = total;
    this.low = Math.max(0, row + column - total);
    this.high = Math.min(row, column);
  }

  log(k: number): number {
    return logHypergeometricProbability(k, this.row, this.column, this.total);
  }

  /** P(k + 1)/P(k) at odds ratio one. */
  step(k: number): number {
    return (((this.row - k) / (k + 1)) * (this.column - k)) / (this.total - this.row - this.column + k + 1);
  }

  /** The likeliest first cell at this logarithm of the odds ratio. */
  mode(logOdds: number): number {
    const odds = Math.exp(logOdds);
    return firstTrue(this.low - 1, this.high, (k) => k === this.high || this.step(k) * odds < 1);
  }

  /** Σ P from k outwards in one direction; the terms fall, so the sum stops when they no longer count. */
  tail(k: number, direction: 1 | -1): number {
    if (k < this.low || k > this.high) return 0;
    const first = Math.exp(this.log(k));
    let term = 1;
    let sum = 1;
    for (let at = k; at + direction >= this.low && at + direction <= this.high; at += direction) {
      term *= direction === 1 ? this.step(at) : 1 / this.step(at - 1);
      sum += term;
      if (term < sum * 1e-17) break;
    }
    return first * sum;
  }

  /** Mean of the first cell at this logarithm of the odds ratio. */
  mean(logOdds: number): number {
    const odds = Math.exp(logOdds);
    const mode = this.mode(logOdds);
    let sum = 1;
    let moment = 0;
    for (let k = mode, term = 1; k < this.high && term > 1e-17; k++) {
      term *= this.step(k) * odds;
      sum += term;
      moment += term * (k + 1 - mode);
    }
    for (let k = mode, term = 1; k > this.low && term > 1e-17; k--) {
      term /= this.step(k - 1) * odds;
      sum += term;
      moment -= term * (mode - k + 1);
    }
    return mode + moment / sum;
  }
}

/** Searched between 0 and 1, as the odds ratio or as its reciprocal, so that one tolerance fits both. */
function conditionalOddsRatio(margins: Margins, a: number, tolerance: number): number | null {
  if (margins.low === margins.high || a === margins.high) return null;
  if (a === margins.low) return 0;
  const excess = (odds: number) => margins.mean(Math.log(odds)) - a;
  const atOne = excess(1);
  if (atOne === 0) return 1;
  if (atOne > 0) return findRoot(excess, 0, 1, tolerance);
  return 1 / findRoot((reciprocal) => excess(1 / reciprocal), Number.EPSILON, 1, tolerance);
}

/** Smallest k in (below, high] for which a rule that switches once to true holds; high + 1 if none. */
function firstTrue(low: number, high: number, rule: (k: number) => boolean): number {
  let below = low;
  let at = high + 1;
  while (at - below > 1) {
    const middle = Math.floor((below + at) / 2);
    if (rule(middle)) at = middle;
    else below = middle;
  }
  return at;
}

/** Largest k in [low, above) for which a rule that switches once to false holds; low − 1 if none. */
function lastTrue(low: number, high: number, rule: (k: number) => boolean): number {
  return firstTrue(low - 1, high - 1, (k) => !rule(k)) - 1;
}
