/**
 * What no text holds: control characters but tab and line ends, marks of byte order, halves of a pair, and what turns
 * around the words that follow it on a page.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufeff\ufffe]/g;

/** A text without what a column of text, a PDF or an Office document can't hold; half a pair becomes U+FFFD. */
export const plainText = (text: string): string => text.toWellFormed().replace(NO_TEXT, "");

/** For `JSON.stringify`: every text of a value as `plainText` has it. */
export const plainTexts = (_name: string, value: unknown): unknown =>
  typeof value === "string" ? plainText(value) : value;
