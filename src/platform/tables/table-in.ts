import type { z } from "zod";
import type { App } from "#platform/app.ts";
import type { RowAccess } from "#platform/db/rows.ts";
import type { CsvRecord } from "#platform/files/csv-reader.ts";
import type { Clock } from "#platform/kernel/clock.ts";
import type { FieldErrors, Result } from "#platform/kernel/result.ts";
import type { Mapping, Meaning } from "./columns.ts";
import type { Choices, ImportBatch, Problem } from "./import.ts";
import type { Apart, Question } from "./questions.ts";

/** What work on rows is done by: a permit of the module. */
export type Doing = RowAccess & Readonly<{ clock: Clock }>;

/** The first rows of a table. */
export type Sample = readonly (readonly string[])[];

/** Reading had to stop, for what the sentence says: the file goes, and nothing of it was taken in. */
export class FileStopped extends Error {}

/** One file being read under a permit. */
export type Taking<
  P extends Doing = Doing,
  M extends Meaning = Meaning,
  C extends Choices = Choices,
> = Readonly<{
  app: App;
  permit: P;
  batch: ImportBatch<M, C>;
  path: string;
  /** The file is checked: nothing stays of what is written. */
  looking: boolean;
  /** Does something in a transaction of its own, to be seen while the long one goes on. */
  beside<T>(work: (permit: P) => Promise<T>): Promise<T>;
}>;

/** A row is taken, or tells nothing, or is no fault and left aside as one of a kind, or has these problems. */
export type TakenRow = readonly Problem[] | "skipped" | Readonly<{ apart: string }> | undefined;

/** What a module does with the rows of one file, which is read once from end to end. */
export type RowTaker = Readonly<{
  /** Looks up what these records name, before they are taken. */
  learn?(records: readonly CsvRecord[]): Promise<void>;
  take(record: CsvRecord): TakenRow;
  /** Hands what waits to the database, where it is enough. */
  flush(): Promise<void>;
  /** Hands over the rest, and tells what came of it. */
  end(): Promise<Taken>;
}>;

export type Taken = Readonly<{
  added: number;
  changed: number;
  unchanged: number;
  /** What is shown of it before it is taken in and after. */
  changes: unknown;
  /** What the file leaves open. While one has no answer, nothing is taken in. */
  questions?: readonly Question[];
  /** Cells that are left aside, beside the rows that are. */
  apart?: Apart;
  /** How many lines turned out to be bad only when they met others, and what is wrong with those that are named. */
  late?: Readonly<{ count: number; problems: ReadonlyMap<number, (cells: readonly string[]) => Problem> }>;
}>;

/** Who does it and when, as rows keep it. */
export type Stamp = Readonly<{ by: string; at: Date }>;

export type Proposal<M extends Meaning, C extends Choices> = Readonly<{ mapping: Mapping<M>; choices: C }>;

/**
 * A table that a module takes in. The module says what columns mean, how rows become records of its own, and how those
 * are put in and taken back; file, mapping, state, progress and rejected rows are the same for all.
 */
export type TableIn<P extends Doing, M extends Meaning, C extends Choices, Withdrawn = unknown> = Readonly<{
  /** Whose imports these are, in the common tables. */
  kind: string;
  meaning: z.ZodType<M>;
  choices: z.ZodType<C>;
  /** What the columns' form says of the whole file, by the names of its fields. */
  choicesOf(text: (field: string) => string): C;
  /**
   * Puts a file of a kind of the module's own down as CSV at `csv`; undefined where it is none. A sentence says why such
   * a file is refused.
   */
  unpack?(path: string, csv: string): Promise<Result<unknown, string> | undefined>;
  /** Which names of columns are known, to find the header among titles. */
  knows(permit: P): Promise<(name: string) => boolean>;
  /** What the names of columns and file tell; `given` was said beforehand. */
  propose(
    permit: P,
    file: Readonly<{ header: readonly string[]; name: string; titles: readonly string[] }>,
    given: C,
  ): Promise<Proposal<M, C>>;
  /** Mappings that come with this version, for files that nobody here has matched before. */
  shipped?: Readonly<{
    names: readonly string[];
    find(
      wanted: Readonly<{ header: readonly string[] }> | Readonly<{ name: string }>,
    ): (Proposal<M, C> & Readonly<{ header: readonly string[] }>) | undefined;
  }>;
  /** Reads what a person says of a column: its role, and words that hold for each of its figures. */
  readMeaning?(permit: P, text: string): Promise<M | undefined>;
  /** What still has to be said before the rows can be read, beside the fields of the columns' form. */
  gaps(proposal: Proposal<M, C>, header: readonly string[]): FieldErrors;
  /** One sentence where such a file may not stay here at all, by what its first rows hold: nothing of it is kept. */
  refuses?(
    file: Readonly<{ header: readonly string[]; mapping: Mapping<M>; sample: Sample }>,
  ): string | undefined;
  /** The choices with what they name found; what nobody knows is refused. */
  resolve?(permit: P, choices: C): Promise<Result<C>>;
  open(taking: Taking<P, M, C>): Promise<RowTaker>;
  /** Takes back what it brought; what was changed since stays. */
  withdraw(permit: P, batch: ImportBatch<M, C>, stamp: Stamp): Promise<Withdrawn>;
  /** Where it can be brought back, for how many days. */
  restore?: Readonly<{ days: number; run(permit: P, batch: ImportBatch<M, C>): Promise<unknown> }>;
  /** A file whose columns are all known is checked at once. */
  checksAtOnce?: boolean;
  /** Files up to this length are worked on while the person waits, longer ones in the background. */
  atOnceBytes?: number;
  /** Rows are sent by COPY. */
  copies?: boolean;
}>;
