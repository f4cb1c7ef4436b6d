const UNSAFE = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** A text as a cell of a line of COPY. */
export const copyText = (text: string): string =>
  UNSAFE.test(text) ? text.replace(/[\\\t\n\r]/g, (one) => ESCAPES[one]!) : text;

/** A value as a cell of a line of COPY; a list holds words without signs, an object is JSON. */
export function copyCell(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return copyText(value);
  if (Array.isArray(value)) return `{${value.join(",")}}`;
  return typeof value === "object" ? copyText(JSON.stringify(value)) : String(value);
}
