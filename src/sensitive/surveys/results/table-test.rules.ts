import { chiSquareIndependence, cochranArmitage, fisherExactTable, RefusedArgument } from "@yui/healthstats";

export type TableTest = Readonly<{ p: number; name: "chi-square" | "fisher"; trend: number | null }>;

/** Chi-square, or Fisher where few are expected in a cell; over ordered groups also the trend of the first choice. */
export function testRows(rows: readonly (readonly number[])[], ordered: boolean): TableTest | undefined {
  const filled = rows.filter((row) => row.some((one) => one > 0));
  const used = (rows[0] ?? []).map((_, k) => filled.some((row) => row[k]! > 0));
  const counted = filled.map((row) => row.filter((_, k) => used[k]));
  if (counted.length < 2 || counted[0]!.length < 2) return undefined;
  const totals = counted.map((row) => row.reduce((sum, one) => sum + one, 0));
  const trend = ordered
    ? cochranArmitage(
        counted.map((row) => row[0]!),
        totals,
      ).p
    : null;
  const chi = chiSquareIndependence(counted);
  const exact = chi.minimumExpected < 5 ? fisher(counted) : undefined;
  return exact === undefined ? { p: chi.p, name: "chi-square", trend } : { p: exact, name: "fisher", trend };
}

/** Undefined where there are too many tables to count through. */
function fisher(rows: readonly (readonly number[])[]): number | undefined {
  try {
    return fisherExactTable(rows);
  } catch (error) {
    if (error instanceof RefusedArgument) return undefined;
    throw error;
  }
}

const CLASSES = [0.001, 0.01, 0.05] as const;
/** A p-value by its class alone: of a table with hidden cells, an exact one would tell their counts. */
export type PClass = (typeof CLASSES)[number] | "not-significant";
export const classOf = (p: number): PClass => CLASSES.find((limit) => p < limit) ?? "not-significant";
export type ClassedTest = Readonly<{ name: TableTest["name"]; p: PClass; trend: PClass | null }>;
export const classed = ({ name, p, trend }: TableTest): ClassedTest => ({
  name,
  p: classOf(p),
  trend: trend === null ? null : classOf(trend),
});
