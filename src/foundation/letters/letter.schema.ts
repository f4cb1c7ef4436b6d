import { createContext } from "react-router";
import { z } from "zod";
import type { MailKind } from "#platform/mail/digest/rules.ts";
import { EDITING } from "./letter-editing.messages.ts";

export type LetterLanguage = "ja" | "en";
export type LetterText = Readonly<{ subject: string; body: string }>;

/** What may stand in braces in letters, and a value of it for the preview. */
export type Placeholder = Readonly<{ name: string; ja: string; en?: string }>;

/** A letter as its module ships it; an area may write its own text. */
export type Letter = Readonly<{
  /** What the secretariat calls it. */
  name: string;
  /** Whether it may wait for the digest of a mailbox that wants one; by default it goes out at once. */
  kind?: MailKind;
  ja: LetterText;
  en?: LetterText;
}>;

/** The letters of a module, by whom they reach. */
export type LetterSet<Key extends string = string, Name extends string = string> = Readonly<{
  module: string;
  title: string;
  /** All that any of its letters may say of anybody: nothing else is ever filled in. */
  placeholders: Readonly<Record<Name, Placeholder>>;
  /** What each letter may say, besides what its shipped text says. */
  everywhere: readonly NoInfer<Name>[];
  /** What a person does by them can be undone for a minute: so long they wait. */
  held?: true;
  readers: readonly Readonly<{ title: string; letters: Readonly<Partial<Record<Key, Letter>>> }>[];
}>;

/** The letters of all modules, for the pages on which they are worded. */
export const lettersContext = createContext<readonly LetterSet[]>([]);

export type LetterValues<Name extends string = string> = Readonly<Partial<Record<Name, string>>>;

const text = (most: number, error: string) =>
  z
    .string({ error })
    .transform((typed) => typed.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().min(1, { error }).max(most, { error }));

export const LetterInput = z.object({
  subject: text(200, EDITING.subject),
  body: text(5000, EDITING.body),
});
