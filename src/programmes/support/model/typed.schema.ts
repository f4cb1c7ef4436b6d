import { z } from "zod";

/** What was typed, under one spelling and without the space around it. */
export const tidy = (text: string): string => text.normalize("NFC").replace(/\r\n?/g, "\n").trim();

/** A text that may be left empty; what is too long may be told with how long it is. */
export const typed = (longest: number, error: string | ((now: number) => string)) =>
  z
    .string()
    .default("")
    .transform(tidy)
    .pipe(
      z.string().max(longest, {
        error: typeof error === "string" ? error : ({ input }) => error(String(input).length),
      }),
    );
