import type { AreaId, Branded } from "#platform/kernel/ids.ts";
import type { Mapping, Meaning } from "./columns.ts";
import type { Layout } from "./layout.ts";
import type { Answers, Apart, Question } from "./questions.ts";
import type { ImportState } from "./states.ts";

export type ImportId = Branded<"ImportId">;

/** What is wrong with one cell of one line, and how to mend it; the column is empty where it is the whole line. */
export type Problem = Readonly<{ column: string; value: string; mend: string }>;
export type RejectedRow = Readonly<{ line: number; cells: readonly string[]; problems: readonly Problem[] }>;

/** A row that was mended on the page of its import: its cells as the file has them, and as they are read instead. */
export type MendedRow = Readonly<{ line: number; was: readonly string[]; cells: readonly string[] }>;

/** Rows of a file: how many were read, and what they did or would do. `skipped` ones tell nothing. */
export type Counts = Readonly<{
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
  skipped: number;
}>;
export const NO_COUNTS: Counts = { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0, skipped: 0 };

/** What holds for every row that does not say otherwise. */
export type Choices = Readonly<{
  /** Take the good rows though others are bad. */
  goodRowsOnly?: boolean | undefined;
  /** What was answered to the questions of the file. */
  answers?: Answers | undefined;
}>;

/** How far an import goes at once; `take` takes all or nothing in, `take-good` leaves bad rows out. */
export const WISHES = ["match", "check", "take", "take-good"] as const;
export type Wish = (typeof WISHES)[number];

/** One file that somebody brought. `areaId` is the area for which the person works, not that of the rows. */
export type ImportBatch<M extends Meaning = Meaning, C extends Choices = Choices> = Readonly<{
  areaId: AreaId;
  id: ImportId;
  kind: string;
  createdBy: string;
  createdAt: Date;
  /** The areas in which the person may write, as they were when the import was begun. */
  reach: readonly AreaId[] | "all";
  fileName: string;
  fileBytes: number;
  fileSha256: string;
  state: ImportState;
  stateSince: Date;
  stateBy: string | null;
  encoding: string | null;
  delimiter: string | null;
  header: readonly string[] | null;
  bodyLine: number | null;
  /** Imports of before know none. */
  layout: Layout | null;
  sample: readonly (readonly string[])[];
  mapping: Mapping<M> | null;
  choices: C;
  bytesRead: number;
  counts: Counts;
  /** What is shown of it, in the words of its own module. */
  changes: unknown;
  problem: string | null;
  /** What the file left open when it was last read, answered or not. */
  questions: readonly Question[];
  /** Rows that are no fault and left aside, by kind. */
  apart: Apart;
  mended: readonly MendedRow[];
}>;

/** An import by its key. */
export type ImportKey = Pick<ImportBatch, "areaId" | "id">;
