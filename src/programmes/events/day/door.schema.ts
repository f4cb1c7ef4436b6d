import { z } from "zod";
import { text } from "#platform/kernel/form-fields.ts";
import { rowId } from "#platform/kernel/target.ts";
import { TALLY_BUTTON_KEYS } from "./tally-kinds.schema.ts";

/** Somebody on the list, or a number as it is read from a letter. */
export const CheckInInput = z.object({
  person: z.union([rowId(), z.literal("")]).optional(),
  number: z
    .string()
    .trim()
    .max(40)
    .transform((typed) => typed.normalize("NFKC").toUpperCase())
    .default(""),
});
export const OnePersonInput = z.object({ person: rowId() });
export const WalkInInput = z.object({
  name: text("お名前", { most: 60, optional: true }),
  workplace: text("事業所・団体", { most: 120, optional: true }),
});
export const TallyInput = z.object({
  button: z.enum(TALLY_BUTTON_KEYS),
  back: z.stringbool().default(false),
  press: rowId(),
});
