import type { PublishedCell } from "@yui/healthstats";

/** A count as it leaves: `suppressed` (秘匿) is neither 0 nor null, which is "no data". */
export type ShownCount = number | "suppressed" | null;

export const countOf = (cell: PublishedCell): ShownCount =>
  cell.state === "shown" ? cell.value : cell.state === "suppressed" ? "suppressed" : null;
