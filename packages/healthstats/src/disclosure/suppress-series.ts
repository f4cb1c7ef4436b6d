import { count, notEmpty, refuse } from "../guards.ts";
import { type PublishedCell, suppressCount } from "./cell.ts";
import type { LpSolver } from "./solver.ts";
import { type SuppressedSums, suppressSums } from "./sums.ts";
import type { Publication } from "./system.ts";

/** Periods `from` to `to`, both included, counted from 0: a pooled or a cumulative figure. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

export interface CountSeries {
  /** One count a period, in order; null is "no data". */
  readonly counts: readonly (number | null)[];
  /** Sums over neighbouring periods that are published too. */
  readonly windows?: readonly Window[];
  /** False: only the windows are published, as with a running total. */
  readonly publishPeriods?: boolean;
}

export interface SuppressedSeries {
  /** Empty when the periods themselves are not published. */
  readonly periods: readonly PublishedCell[];
  readonly windows: readonly PublishedCell[];
  readonly publication: Publication;
  readonly unprotected: readonly number[];
}

/**
 * Suppression for a series over periods together with sums over windows of it (three-year pools, running
 * totals, "since April"). Two overlapping windows give their difference; so a small period stays protected
 * even if it is never published itself.
 *
 * Refused: no period; a count that is not a whole number of zero or more; a window that does not lie
 * within the periods; nothing to publish; windows without `solver`.
 */
export function suppressSeries(series: CountSeries, solver?: LpSolver): SuppressedSeries {
  const counts = notEmpty(series.counts, "counts");
  counts.forEach((value, i) => {
    if (value !== null) count(value, `counts[${i}]`);
  });
  const windows = series.windows ?? [];
  const periods = series.publishPeriods === false ? [] : counts.map((_, i) => ({ from: i, to: i }));
  windows.forEach(({ from, to }, i) => {
    const fits =
      Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to < counts.length;
    if (!fits) refuse(`windows[${i}]`, "must run from one period to the same or a later one");
  });
  const ranges = [...periods, ...windows];
  notEmpty(ranges, "windows");
  const result = windows.length === 0 ? alone(counts) : linked(counts, ranges, solver);
  return {
    periods: result.cells.slice(0, periods.length),
    windows: result.cells.slice(periods.length),
    publication: result.publication,
    unprotected: result.unprotected,
  };
}

/** Periods that nothing adds up share no information. */
function alone(counts: readonly (number | null)[]): SuppressedSums {
  const cells = counts.map(suppressCount);
  return { cells, publication: { cells, unpublished: 0, relations: [] }, unprotected: [] };
}

function linked(
  counts: readonly (number | null)[],
  ranges: readonly Window[],
  solver?: LpSolver,
): SuppressedSums {
  if (solver === undefined) refuse("solver", "must be given for a series with windows");
  const sums = ranges.map(({ from, to }) => ({
    atoms: Array.from({ length: to - from + 1 }, (_, k) => from + k),
    cost: from === to ? 1 : 2,
  }));
  return suppressSums(counts, sums, solver);
}
