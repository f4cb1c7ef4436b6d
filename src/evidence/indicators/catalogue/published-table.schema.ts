import { z } from "zod";
import { GEOGRAPHIES } from "../dictionary/schema.ts";
import { ROLES } from "../observations/column-role.schema.ts";
import { SEXES } from "../observations/schema.ts";

/** What a column of a published table holds, as a saved mapping of an import says it. */
const Meaning = z.strictObject({
  role: z.enum(ROLES),
  indicator: z.string().optional(),
  sex: z.enum(SEXES).optional(),
  ageBand: z.int().optional(),
  fiscalYear: z.int().optional(),
  area: z.string().optional(),
});

/** A mapping in the form in which imports keep what somebody matched, by the names of the columns. */
const ShippedMapping = z
  .strictObject({
    header: z.array(z.string().min(1)).min(2),
    mapping: z.array(Meaning),
    choices: z.strictObject({
      indicator: z.string().optional(),
      area: z.string().optional(),
      source: z.string().optional(),
      fiscalYear: z.int().optional(),
      /** Answers to what the file is known to leave open. */
      answers: z.record(z.string(), z.string()).optional(),
    }),
    place: z.null(),
  })
  .refine(({ header, mapping }) => header.length === mapping.length, "a meaning for each column");

const PublishedTable = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]+$/),
  name: z.string().min(1),
  owner: z.string().min(1),
  where: z.string().min(1),
  url: z.url().nullable(),
  file: z.string().min(1),
  format: z.string().min(1),
  areas: z.array(z.enum(GEOGRAPHIES)).min(1),
  note: z.string().nullable(),
  columns: z.array(z.strictObject({ indicator: z.string(), column: z.string().min(1) })).min(1),
  mapping: ShippedMapping.nullable(),
  /** The real copy that was read: its name, on which day, and its SHA-256. A mapping without one is a proposal. */
  checked: z
    .strictObject({ file: z.string().min(1), on: z.iso.date(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
    .nullable(),
});
export type PublishedTable = z.output<typeof PublishedTable>;

/** `reference/published_tables.json`: where each indicator is published, or why it is not. */
export const Catalogue = z.strictObject({
  name: z.string(),
  date: z.iso.date(),
  source: z.string(),
  tables: z.array(PublishedTable),
  unpublished: z.array(z.strictObject({ indicators: z.array(z.string()).min(1), why: z.string().min(1) })),
});
export type Catalogue = z.output<typeof Catalogue>;
