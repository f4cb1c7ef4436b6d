import { z } from "zod";
import { isUuid } from "./ids.ts";
import type { PlainDate } from "./plain-date.ts";

/** Fields that forms are made of: what is read, and the sentence that names the mend. */
export const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `${most}字までで書いてください。` });

export const required = (what: string, most: number) => {
  const error = `${what}を書いてください。`;
  return z
    .string({ error })
    .trim()
    .min(1, { error })
    .max(most, { error: `${most}字までで書いてください。` });
};

/** The id of a row that may be left out; empty it is null. */
export const optionalId = <Id extends string = string>() =>
  z
    .union([
      z
        .string()
        .refine(isUuid)
        .transform((id) => id as Id),
      z.literal("").transform(() => null),
      z.null(),
    ])
    .optional()
    .transform((value) => value ?? null);

export const day = z.iso
  .date({ error: "実在する日付を書いてください（例 2026-12-03）。" })
  .transform((value) => value as PlainDate);

export const optionalDay = z.preprocess((typed) => typed || null, day.nullable());

export const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "時刻を書いてください（例 13:30）。" });

/** One of these words; left empty it is null. */
export const optionalChoice = <const Word extends string>(words: readonly [Word, ...Word[]]) =>
  z
    .union([z.enum(words), z.literal("").transform(() => null), z.null()])
    .optional()
    .transform((value) => value ?? null);
