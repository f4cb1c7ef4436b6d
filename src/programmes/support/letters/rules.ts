import { PLACEHOLDERS, type Text, type Values } from "./messages.ts";

const NAME = /\{([a-z_]+)\}/g;

/** The text with its values; a placeholder without one stays empty, so that no brace reaches a reader. */
export const filled = (text: Text, values: Values): Text => {
  const fill = (part: string) => part.replace(NAME, (_, name: string) => values[name as keyof Values] ?? "");
  return { subject: fill(text.subject).replace(/[\r\n]+/g, " "), body: fill(text.body) };
};

/** Names in braces that no letter knows. */
export const unknownPlaceholders = (text: Text): string[] => {
  const known = Object.keys(PLACEHOLDERS);
  const used = [...`${text.subject}\n${text.body}`.matchAll(NAME)].map((match) => match[1]!);
  return [...new Set(used.filter((name) => !known.includes(name)))];
};
