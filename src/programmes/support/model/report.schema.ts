import { z } from "zod";
import type { RowOf } from "#platform/db/rows.ts";
import { typedDay } from "#platform/kernel/form-fields.ts";
import { ERRORS } from "./report.messages.ts";
import { typed } from "./typed.schema.ts";

const text = (most: number) => typed(most, ERRORS.long);

/** What a supporter tells after the visit. No names of workers, no findings: the page says so beside the field. */
export const ReportInput = z.object({
  heldOn: typedDay({ error: ERRORS.day }),
  people: z.coerce
    .number({ error: ERRORS.people })
    .int({ error: ERRORS.people })
    .min(0, { error: ERRORS.people })
    .max(10_000, { error: ERRORS.people }),
  content: text(2000).pipe(z.string().min(1, { error: ERRORS.content })),
  effect: text(1000),
  questions: text(1000),
  materials: text(500),
});
export type ReportDraft = z.output<typeof ReportInput>;
export type Report = RowOf<"supportReport">;

export const FeedbackInput = z.object({
  /** Null where none of the five was chosen; the page then gives the error in the language of the workplace. */
  rating: z.coerce.number().int().min(1).max(5).nullable().catch(null),
  useful: text(1000),
  /** A box that is ticked says so; one that is not comes with nothing. */
  again: z
    .union([z.boolean(), z.string()])
    .default(false)
    .transform((value) => value === true || value === "yes"),
});
export type Feedback = z.output<typeof FeedbackInput> & Readonly<{ rating: number }>;
