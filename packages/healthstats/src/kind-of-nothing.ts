/**
 * The kinds of nothing that a table holds where others hold a figure. They are told apart wherever figures are kept or
 * shown: none were counted, the cell is blank, it was not asked, it was not done, it can't be measured, there are no
 * data, and there are data that are not shown.
 */
export const KINDS_OF_NOTHING = [
  "zero",
  "blank",
  "not-asked",
  "not-done",
  "not-measurable",
  "no-data",
  "hidden",
] as const;
export type KindOfNothing = (typeof KINDS_OF_NOTHING)[number];
