/** The parts of the inbox. `all` is everything, also what is over. */
export const TABS = [
  "new",
  "asking",
  "deciding",
  "today",
  "overdue",
  "followup",
  "waiting",
  "fixed",
  "all",
] as const;
export type Tab = (typeof TABS)[number];

/** A request nobody touched for so long is late. */
export const LATE_DAYS = 3;
