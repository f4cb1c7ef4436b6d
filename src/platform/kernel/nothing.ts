import type { KindOfNothing } from "@yui/healthstats";

/** What stands in place of a figure, on pages and in files: each kind of nothing has its own word. */
export const NOTHING = {
  zero: { ja: "0", en: "0" },
  blank: { ja: "", en: "" },
  "not-asked": { ja: "聞いていない", en: "not asked" },
  "not-done": { ja: "していない", en: "not done" },
  "not-measurable": { ja: "測れない", en: "not measurable" },
  "no-data": { ja: "データなし", en: "no data" },
  hidden: { ja: "秘匿", en: "suppressed" },
} as const satisfies Readonly<Record<KindOfNothing, Readonly<{ ja: string; en: string }>>>;

/** What an answer for machines says beside each value, so that no kind of nothing is taken for another. */
export type FigureStatus = "shown" | KindOfNothing;

/** The status of a value; `why` says why there is none. 0 is a value and a kind of nothing. */
export const statusOf = (value: number | null, why: Exclude<KindOfNothing, "zero">): FigureStatus =>
  value === null ? why : value === 0 ? "zero" : "shown";
