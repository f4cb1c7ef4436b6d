import { z } from "zod";
import { CHECKUP_ITEMS } from "../data/checkup-item.schema.ts";

/** What a column holds beside the items: of whom and when the checkup was, and what must not be in the file. */
export const RECORD_ROLES = [
  "ignore",
  "person_key",
  "exam_day",
  "birth",
  "age",
  "age_at_end",
  "sex",
  "municipality",
  "workplace_size",
  "industry",
  "meal",
  "marker",
  "identity",
] as const;
export type RecordRole = (typeof RECORD_ROLES)[number];

const ROLES = [...RECORD_ROLES, ...CHECKUP_ITEMS.map(({ key }) => key)] as [string, ...string[]];
export const ColumnMeaning = z.strictObject({
  role: z.enum(ROLES),
  /** The code of the national list, where the column's name is one. */
  code: z.string().optional(),
});
export type ColumnMeaning = z.infer<typeof ColumnMeaning>;

export const RecordChoices = z.strictObject({
  /** The agreement under which the file came. */
  agreement: z.string().optional(),
  /** Of all rows without a column of their own. */
  municipality: z.string().optional(),
  workplaceSize: z.string().optional(),
  voluntary: z.boolean().optional(),
  goodRowsOnly: z.boolean().optional(),
  answers: z.record(z.string(), z.string()).optional(),
});
export type RecordChoices = z.infer<typeof RecordChoices>;
