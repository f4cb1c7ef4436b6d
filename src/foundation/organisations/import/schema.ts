import { z } from "zod";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { Draft, DraftField, Organisation } from "../schema.ts";

/** Lists of organisations are small; a larger file is another one sent by mistake. */
export const LONGEST_FILE_BYTES = 5 * 1024 * 1024;
export const MOST_ROWS = 10_000;

/** A file as it was sent, or its text as a page that has checked it carries it along. */
export const ImportInput = z.object({
  file: z.instanceof(Blob).optional(),
  text: z.string().optional(),
  /** Whether the good rows are taken though others have to be mended. */
  rows: z.enum(["all", "good"]).default("all"),
});
export type ImportInput = z.output<typeof ImportInput>;

/** A column of the file, or the whole row. */
export type ImportField = DraftField | "id";

/** What must be mended in a row: where, what stands there, and the sentence that says how. */
export type RowError = Readonly<{
  line: number;
  column: string;
  value: string;
  mend: string;
}>;

/** One row as cells by field; a field is missing where the file has no such column. */
export type ImportRow = Readonly<{
  line: number;
  cells: Readonly<Partial<Record<ImportField, string>>>;
  /** The row's cells in the file's own order, to hand rejected rows back as they came. */
  original: readonly string[];
}>;

export type ImportFile = Readonly<{ head: readonly string[]; rows: readonly ImportRow[] }>;

/** What a good row would do. */
export type Planned = Readonly<{
  line: number;
  id: OrganisationId;
  draft: Draft;
  /** What stands; undefined where it is new. */
  stored: Organisation | undefined;
  effect: "insert" | "update" | "unchanged";
  changed: readonly DraftField[];
}>;

export type ImportReport = Readonly<{
  rows: number;
  inserted: number;
  updated: number;
  unchanged: number;
  errors: readonly RowError[];
  rejectedRows: number;
  /** Whether the store was changed: not by a dry run, and not while errors stand unless only good rows were asked for. */
  applied: boolean;
  changes: readonly Readonly<{
    line: number;
    name: string;
    effect: "insert" | "update";
    fields: readonly string[];
  }>[];
}>;
