import type { Polarity } from "@yui/healthstats";
import type { Verdict } from "../schema.ts";

/**
 * How a figure stands beside its benchmark. A figure without counts can't be tested: that it lies on the worse or better
 * side is said as such.
 */
export type Standing = Verdict["outcome"] | "worse-untested" | "better-untested";

export type Compared = Readonly<{
  outcome: Verdict["outcome"];
  /** Why no verdict could be given. */
  reason: string | null;
  difference: number | null;
  polarity: Polarity;
}>;

/** The one rule of headline, table, filter and comparison of areas. */
export function standingOf({ outcome, reason, difference, polarity }: Compared): Standing {
  if (outcome !== "not-comparable" || reason !== "no-counts") return outcome;
  if (difference === null || difference === 0 || polarity === "none") return outcome;
  return difference > 0 === (polarity === "higher-is-worse") ? "worse-untested" : "better-untested";
}

export const isWorse = (standing: Standing): boolean => standing === "worse" || standing === "worse-untested";

/** Whether anything could be said at all. */
export const isCompared = (standing: Standing): boolean => standing !== "not-comparable";

/** From so many fiscal years on a figure is called old: what councils decide on is renewed at least that often. */
export const OLD_AFTER_YEARS = 5;
export const isOld = (year: number, thisYear: number): boolean => thisYear - year >= OLD_AFTER_YEARS;
