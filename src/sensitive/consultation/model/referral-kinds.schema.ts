/** Kinds that a caseworker words; name, birth date and contact are taken from the client. */
export const WORDED = [
  "family",
  "workplace",
  "consultation",
  "checkup",
  "stress-check",
  "interview",
] as const;
export type Worded = (typeof WORDED)[number];
