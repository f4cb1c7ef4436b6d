import type { MailKind } from "#platform/mail/digest/rules.ts";
import type { Letter, Placeholder, Text, Values } from "./letter.messages.ts";
import { SHIPPED } from "./letter-shipped.messages.ts";

/** Letters that may wait for the digest of a mailbox that wants one. Appointments, receipts and reminders never do. */
export const MAY_WAIT: Partial<Record<Letter, Exclude<MailKind, "now">>> = {
  enquiry: "question",
  stalled: "question",
  released: "news",
  thanks: "news",
  feedback: "news",
};

const NAME = /\{([a-z_]+)\}/g;
/** What every letter may say, besides what its shipped text says. */
const EVERYWHERE = ["number", "town", "size", "office"] as const;

/** The text with its values; a placeholder without one stays empty, so that no brace reaches a reader. */
export const filled = (text: Text, values: Values): Text => {
  const fill = (part: string) => part.replace(NAME, (_, name: string) => values[name as Placeholder] ?? "");
  return { subject: fill(text.subject).replace(/[\r\n]+/g, " "), body: fill(text.body) };
};

/** The shipped texts hold nothing else in braces: a test says so. */
const namesIn = (text: string) => [...text.matchAll(NAME)].map((match) => match[1] as Placeholder);

/** What may stand in braces in a letter: another letter's day or deadline would leave a gap. */
export const placeholdersOf = (letter: Letter): readonly Placeholder[] => [
  ...new Set([...EVERYWHERE, ...namesIn(`${SHIPPED[letter].ja.subject}\n${SHIPPED[letter].ja.body}`)]),
];

/** The first thing in braces that the letter can't fill, or a brace that stands alone. */
export const misplaced = (letter: Letter, text: string): string | undefined => {
  const known: readonly string[] = placeholdersOf(letter);
  const rest = text.replace(NAME, (whole, name: string) => (known.includes(name) ? "" : whole));
  return /[{｛][^{}｛｝\n]{0,40}[}｝]/.exec(rest)?.[0] ?? /[{}｛｝]/.exec(rest)?.[0];
};
