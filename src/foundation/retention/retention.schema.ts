/** What a table holds, and until when. Every table of the house has one of these; a test finds those that lack it. */
export type KeptTable = Readonly<{
  /** `persons`: names somebody or tells of somebody; `secrets`: opens something; `facts`: neither. */
  holds: "persons" | "secrets" | "facts";
  /** Until when, in words, where it is not a period: "as long as the account". */
  until?: string;
  /** What goes by itself, once the day in that column lies a period back. */
  purge?: Purge;
  /** It goes into backups empty: over with a session, or worth nothing after a restore. */
  backup?: "empty";
}>;

export type Purge = Readonly<{
  after: string;
  period: Period;
  /** Rows stay, and these columns are emptied, so that counts go on being true. Without it rows go, and all that hang on them. */
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
