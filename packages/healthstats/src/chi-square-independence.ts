import { count, each, notEmpty, refuse, sameLength } from "./guards.ts";
import { chiSquareUpperTail } from "./special-functions.ts";

/** A table of counts: rows of equal length. */
export type CountTable = readonly (readonly number[])[];

/** Pearson's test, with the smallest expected count for the usual warning below 5. */
export interface ChiSquareTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly minimumExpected: number;
}

/** Whether ½ is taken off in a fourfold table. */
export interface ChiSquareOptions {
  /** Yates' correction, only in 2 × 2 tables; false unless told. */
  readonly continuityCorrection?: boolean;
}

/**
 * Pearson's chi-square test that rows and columns of a table are independent.
 *
 *     X² = Σ(|O − E| − Y)²/E,  E = row sum · column sum / total,  df = (r − 1)(c − 1)
 *
 * Y is 0, or with the correction in a 2 × 2 table min(½, smallest |O − E|): it never overshoots.
 * Source: Pearson 1900; Yates, Supplement to JRSS 1934;1:217.
 * @param table r rows of c counts of persons, both two or more
 * @param options continuityCorrection (false)
 * @throws RefusedArgument table: at least two rows and two columns of equal length.
 * @throws RefusedArgument table: each entry whole and not negative.
 * @throws RefusedArgument table: no row and no column may be empty, for nothing is expected there.
 */
export function chiSquareIndependence(table: CountTable, options: ChiSquareOptions = {}): ChiSquareTest {
  const { rows, columns, total } = tableMargins(table);
  let minimumExpected = Number.POSITIVE_INFINITY;
  let smallestGap = Number.POSITIVE_INFINITY;
  table.forEach((row, i) => {
    row.forEach((observed, j) => {
      const expected = rows[i]! * (columns[j]! / total);
      if (expected === 0) refuse("table", "must not have an empty row or column");
      minimumExpected = Math.min(minimumExpected, expected);
      smallestGap = Math.min(smallestGap, Math.abs(observed - expected));
    });
  });
  const fourfold = rows.length === 2 && columns.length === 2;
  const correction = options.continuityCorrection && fourfold ? Math.min(0.5, smallestGap) : 0;
  let statistic = 0;
  table.forEach((row, i) => {
    row.forEach((observed, j) => {
      const expected = rows[i]! * (columns[j]! / total);
      statistic += (Math.abs(observed - expected) - correction) ** 2 / expected;
    });
  });
  const degreesOfFreedom = (rows.length - 1) * (columns.length - 1);
  return { statistic, degreesOfFreedom, p: chiSquareUpperTail(statistic, degreesOfFreedom), minimumExpected };
}

/** Row sums, column sums and total of a checked table. */
export function tableMargins(table: CountTable): { rows: number[]; columns: number[]; total: number } {
  notEmpty(table, "table", 2);
  const width = notEmpty(table[0]!, "table[0]", 2).length;
  const rows = new Array<number>(table.length).fill(0);
  const columns = new Array<number>(width).fill(0);
  let total = 0;
  table.forEach((row, i) => {
    sameLength(row, `table[${i}]`, table[0]!, "table[0]");
    each(row, `table[${i}]`, count);
    row.forEach((value, j) => {
      rows[i]! += value;
      columns[j]! += value;
      total += value;
    });
  });
  return { rows, columns, total };
}
