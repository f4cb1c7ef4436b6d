import type { SpineMark } from "#ui/charts/spine-cell.tsx";
import { isWorse } from "../standing/rules.ts";
import type { ListedRow } from "./rules.ts";

/**
 * Where a figure lies on the spine of all indicators: its difference from the benchmark as a share of the benchmark, turned
 * so that the right is worse. Null where nothing can be compared, or where neither side is worse.
 */
export function spineMark(row: ListedRow): SpineMark | null {
  const against = row.benchmark?.value;
  if (!row.difference || !against || row.indicator.polarity === "neutral") return null;
  const turn = row.indicator.polarity === "higher_is_worse" ? 1 : -1;
  const share = (difference: number) => (turn * difference * 100) / against;
  const limits = row.difference.interval;
  const ends = limits ? [share(limits.lower), share(limits.upper)].sort((a, b) => a - b) : [];
  const prefecture = row.beside.find(({ kind }) => kind === "prefecture")?.value;
  return {
    value: share(row.difference.value),
    lower: ends[0],
    upper: ends[1],
    other: prefecture == null ? undefined : share(prefecture - against),
    judged: judged(row),
  };
}

function judged({ standing }: ListedRow): SpineMark["judged"] {
  if (isWorse(standing)) return "bad";
  if (standing === "better" || standing === "better-untested") return "good";
  return standing === "similar" ? "similar" : "unknown";
}
