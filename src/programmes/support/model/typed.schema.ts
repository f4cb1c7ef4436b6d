import { z } from "zod";

/** What was typed, under one spelling and without the space around it. */
export const tidy = (text: string): string => text.normalize("NFC").replace(/\r\n?/g, "\n").trim();

/** A text that may be left empty. */
export const typed = (longest: number, error: string) =>
  z.string().default("").transform(tidy).pipe(z.string().max(longest, { error }));
