import { z } from "zod";
import type { AreaId } from "#platform/kernel/ids.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type ImportId, SEXES } from "../observations/schema.ts";

export const STATES = [
  "matching",
  "checking",
  "ready",
  "importing",
  "done",
  "failed",
  "cancelled",
  "withdrawn",
] as const;
/**
 * Where an import stands: columns being matched, being checked, waiting for the word, being taken in, and its ends.
 */
export type ImportState = (typeof STATES)[number];

export const ROLES = [
  "ignore",
  "fiscal_year",
  "era_year",
  "as_of",
  "area",
  "sex",
  "age_band",
  "indicator",
  "source",
  "value",
  "numerator",
  "denominator",
  "lower",
  "upper",
] as const;

/** What a column holds. A figure's column may name its own indicator: then a row holds one figure for each. */
export const ColumnMeaning = z.strictObject({
  role: z.enum(ROLES),
  indicator: z.string().optional(),
  sex: z.enum(SEXES).optional(),
  ageBand: z.int().optional(),
});
export type ColumnMeaning = z.infer<typeof ColumnMeaning>;

/** By position in the header. */
export const Mapping = z.array(ColumnMeaning);
export type Mapping = z.infer<typeof Mapping>;

/** What holds for every row that does not say otherwise. */
export const Choices = z.strictObject({
  indicator: z.string().optional(),
  area: z.string().optional(),
  source: z.string().optional(),
  fiscalYear: z.int().optional(),
  published: z.boolean().default(false),
  /** Take the good rows though others are bad. */
  goodRowsOnly: z.boolean().optional(),
});
export type Choices = z.infer<typeof Choices>;

/** How far an import goes at once; `take` takes all or nothing in, `take-good` leaves bad rows out. */
export const WISHES = ["match", "check", "take", "take-good"] as const;
export type Wish = (typeof WISHES)[number];

/** A file that somebody brought, as it was found to be. */
export const BroughtFile = z.object({
  file: z.object({
    name: z.string(),
    encoding: z.string(),
    delimiter: z.string(),
    bytes: z.number(),
    sha256: z.string(),
    header: z.array(z.string()),
    sample: z.array(z.array(z.string())),
  }),
  choices: Choices,
  wish: z.enum(WISHES).default("match"),
});

/** What the address of an import names. */
export const OneImport = z.object({ id: rowId<ImportId>() });

/** What is wrong with one cell of one line, and how to mend it. */
export type Problem = Readonly<{ column: string; value: string; mend: string }>;
export type RejectedRow = Readonly<{ line: number; cells: readonly string[]; problems: readonly Problem[] }>;

/** How many figures of one indicator and year an import brings or changes. */
export type ChangeCount = { indicator: string; fiscalYear: number; added: number; changed: number };
/** One figure that an import changes, as it was and as it becomes. */
export type ChangeExample = Readonly<{
  area: string;
  indicator: string;
  fiscalYear: number;
  sex: number;
  ageBand: number;
  before: string;
  after: string;
}>;
export type Changes = Readonly<{ counts: readonly ChangeCount[]; examples: readonly ChangeExample[] }>;

export type Counts = Readonly<{
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
}>;

export type ImportBatch = Readonly<{
  areaId: AreaId;
  id: ImportId;
  createdBy: string;
  createdAt: Date;
  /** The areas whose figures the person may change. */
  reach: readonly AreaId[] | "all";
  fileName: string;
  fileBytes: number;
  fileSha256: string;
  state: ImportState;
  stateSince: Date;
  encoding: string | null;
  delimiter: string | null;
  header: readonly string[] | null;
  sample: readonly (readonly string[])[];
  mapping: Mapping | null;
  choices: Choices;
  bytesRead: number;
  counts: Counts;
  changes: Changes | null;
  problem: string | null;
}>;
