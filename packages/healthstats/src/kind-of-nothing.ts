/**
 * Why there is no figure. Seven kinds, never mixed: a count of nothing, a cell left empty, a question that was not put, what
 * was not done, what can't be measured, what nobody has figures of, and what is hidden because few persons stand behind it.
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

export const isKindOfNothing = (value: unknown): value is KindOfNothing =>
  KINDS_OF_NOTHING.includes(value as KindOfNothing);
