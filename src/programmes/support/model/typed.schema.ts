import { z } from "zod";
import { type PlainDate, parsePlainDate } from "#platform/kernel/plain-date.ts";

/** What was typed, under one spelling and without the space around it. */
export const tidy = (text: string): string => text.normalize("NFC").replace(/\r\n?/g, "\n").trim();

/** A text that may be left empty. */
export const typed = (longest: number, error: string) =>
  z.string().default("").transform(tidy).pipe(z.string().max(longest, { error }));

export const typedDay = (error: string) =>
  z.string().transform((value, context): PlainDate => {
    const day = parsePlainDate(value);
    if (day) return day;
    context.addIssue({ code: "custom", message: error });
    return z.NEVER;
  });
