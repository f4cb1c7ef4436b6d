import { plainText } from "#platform/kernel/text.ts";

/** The fields that are written over several lines: those of every <TextArea>, which a test compares with this list. */
export const OF_SEVERAL_LINES: ReadonlySet<string> = new Set([
  "accessories",
  "achieved",
  "body",
  "card",
  "closedOn",
  "comment",
  "content",
  "danger",
  "description",
  "effect",
  "finding",
  "foreword",
  "goals",
  "hand",
  "heard",
  "ja",
  "lead",
  "lesson",
  "lines",
  "measures",
  "message",
  "names",
  "note",
  "partners",
  "putDownTo",
  "questions",
  "reason",
  "report",
  "sender",
  "statement",
  "summary",
  "table",
  "tables",
  "termsOfReference",
  "text",
  "told",
  "tried",
  "useful",
  "why",
  "wish",
  "words",
]);

/**
 * A field of a form as its command gets it, wherever forms are read: no character that is no text, and no line ends in
 * what was typed into one line. A browser sends none there; in a letter's head or a calendar they would begin a new one.
 */
export function fieldText(name: string, value: string): string {
  const text = plainText(value);
  return OF_SEVERAL_LINES.has(name) ? text : text.replace(/[\r\n\u0085\u2028\u2029]+/g, "");
}
