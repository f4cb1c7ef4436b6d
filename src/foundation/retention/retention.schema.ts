/** What a table holds, and until when. Every table of the house has one of these; a test finds those that lack it. */
export type KeptTable = Readonly<{
  /** `persons`: names somebody or tells of somebody; `secrets`: opens something; `facts`: neither. */
  holds: "persons" | "secrets" | "facts";
  /** Until when, in words, where it is not a period: "as long as the account". */
  until?: string;
  /** Which rows are purged, once the day in column `after` is longer ago than the period. */
  purge?: Purge;
  /** The table is backed up without its rows: they end with a session, or are useless after a restore. */
  backup?: "empty";
}>;

export type Purge = Readonly<{
  after: string;
  period: Period;
  /** Keeps the rows and empties these columns, so that counts stay correct. Without it, rows and their dependent rows are deleted. */
  clear?: Readonly<Record<string, string | null>>;
}>;

/** Periods of `reference/retention.json`, which an operator may replace by the rule of the office. */
export const PERIODS = [
  "session",
  "attempt",
  "sent_form",
  "invitation",
  "link",
  "mail",
  "contact",
  "membership",
] as const;
export type Period = (typeof PERIODS)[number];

export type KeptTables = Readonly<Record<string, KeptTable>>;
export type PeriodDays = Readonly<Record<Period, number>>;

/** A foreign key of the database: rows of `child` hang on rows of `parent`. */
export type Dependence = Readonly<{
  child: string;
  columns: readonly string[];
  parent: string;
  keys: readonly string[];
  cascades: boolean;
}>;

/** What a run does, or would do, to one table. */
export type PurgeStep = Readonly<{ table: string; does: "delete" | "clear"; rows: number }>;
