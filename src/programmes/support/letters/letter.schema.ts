import { z } from "zod";
import { areaId } from "#platform/kernel/target.ts";
import type { Language } from "../model/offer.messages.ts";
import { LETTERS } from "./letter.messages.ts";
import { EDITING } from "./letter-editing.messages.ts";

const oneOf = <One extends string>(all: readonly One[]) =>
  z.string().transform((text, context) => {
    const known = all.find((one) => one === text);
    if (known !== undefined) return known;
    context.addIssue({ code: "custom", message: "none of these" });
    return z.NEVER;
  });

/** A letter of an area in one language. */
export const ofLetter = z.object({
  area: areaId,
  letter: oneOf(LETTERS),
  language: oneOf<Language>(["ja", "en"]),
});
export type LetterTarget = z.output<typeof ofLetter>;

const text = (most: number, error: string) =>
  z
    .string({ error })
    .transform((typed) => typed.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().min(1, { error }).max(most, { error }));

export const LetterInput = z.object({
  subject: text(200, EDITING.subject),
  body: text(5000, EDITING.body),
});
