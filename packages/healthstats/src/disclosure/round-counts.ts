import { count, positiveCount, refuse } from "../guards.ts";
import { SMALLEST_SHOWN } from "./cell.ts";
import type { CountedTable } from "./suppress-table.ts";
import { tableSystem } from "./suppress-table.ts";

export interface RoundedTable {
  /** Cells in row-major order over the categories of each dimension, its total last; null is "no data". */
  readonly cells: readonly (number | null)[];
  readonly base: number;
  readonly mode: "up" | "nearest";
}

/**
 * Rounding (丸め) as the alternative to suppression: every cell of the body is rounded to a multiple of
 * `base`, and totals are the sums of the rounded cells. Totals then tell nothing that the cells do not:
 * behind 10 rounded up stands anything from 1 to 10, and no combination of cells narrows that. The price
 * is that totals drift; they are no counts of persons any more and must be labelled as rounded.
 *
 * "up" keeps 0 apart from small counts and is as strong as suppression; "nearest" (half up) drifts less,
 * but shows 1 to 4 as 0 and tells small counts below 5 from those above.
 *
 * Refused: `base` below ten or not whole; what `suppressTable` refuses of a table.
 */
export function roundCounts(
  table: CountedTable,
  options: { readonly base?: number; readonly mode?: "up" | "nearest" } = {},
): RoundedTable {
  const base = positiveCount(options.base ?? SMALLEST_SHOWN, "base");
  if (base < SMALLEST_SHOWN) refuse("base", `must be at least ${SMALLEST_SHOWN}`);
  const mode = options.mode ?? "up";
  const counts = table.counts.map((value, i) =>
    value === null ? null : rounded(count(value, `counts[${i}]`), base, mode),
  );
  const { system } = tableSystem({ ...table, counts });
  const cells = system.values.slice(0, system.published).map((value, i) => (system.noData[i] ? null : value));
  return { cells, base, mode };
}

function rounded(value: number, base: number, mode: "up" | "nearest"): number {
  return (mode === "up" ? Math.ceil(value / base) : Math.floor(value / base + 0.5)) * base;
}
