import { z } from "zod";
import type { ImportBatch as AnyBatch } from "#platform/tables/import.ts";
import type { Dictionary } from "../dictionary/schema.ts";
import { ROLES } from "../observations/column-role.schema.ts";
import { SEXES } from "../observations/schema.ts";

/** What a column holds. A figure's column may have words of its own: then a row holds one figure for each. */
export const ColumnMeaning = z.strictObject({
  role: z.enum(ROLES),
  indicator: z.string().optional(),
  sex: z.enum(SEXES).optional(),
  ageBand: z.int().optional(),
  fiscalYear: z.int().optional(),
  area: z.string().optional(),
});
export type ColumnMeaning = z.infer<typeof ColumnMeaning>;

/** By position in the header. */
export type Mapping = readonly ColumnMeaning[];

/** What holds for every row that does not say otherwise. */
export const Choices = z.strictObject({
  indicator: z.string().optional(),
  area: z.string().optional(),
  source: z.string().optional(),
  fiscalYear: z.int().optional(),
  published: z.boolean().default(false),
  /** Take the good rows though others are bad. */
  goodRowsOnly: z.boolean().optional(),
  /** What was answered to the questions of the file. */
  answers: z.record(z.string(), z.string()).optional(),
});
export type Choices = z.infer<typeof Choices>;

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

export type ImportBatch = AnyBatch<ColumnMeaning, Choices>;

/** What figures are shown with beside the import itself: indicators and areas by name. */
export type FiguresView = Readonly<{
  /** The area's own word in addresses; null where figures are of the whole country. */
  home: string | null;
  dictionary: Dictionary;
  areaNames: Readonly<Record<string, string>>;
}>;
