import { z } from "zod";

/** Texts by name, in rooms that a page asks for; what is not there stays in the language that the file builds on. */
type Messages = { readonly [name: string]: string | readonly string[] | Messages };
const Messages: z.ZodType<Messages> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), z.array(z.string()), Messages])),
);
export const MessageFile = z.object({
  code: z.string().regex(/^[a-z]{2,8}$/),
  /** What its readers call it. */
  name: z.string(),
  /** How browsers and readers of the screen call it. */
  lang: z.string(),
  base: z.enum(["ja", "en"]),
  date: z.iso.date(),
  messages: Messages,
});
export type MessageFile = z.infer<typeof MessageFile>;

/** The texts of a room in a further language, each that is missing as it stands. */
export function worded<T>(file: MessageFile | undefined, room: string, texts: T): T {
  return file ? (laid(texts, file.messages[room]) as T) : texts;
}

function laid(texts: unknown, over: unknown): unknown {
  if (typeof texts === "string") return typeof over === "string" ? over : texts;
  if (Array.isArray(texts))
    return texts.map((text, n) => laid(text, Array.isArray(over) ? over[n] : undefined));
  if (typeof texts !== "object" || texts === null) return texts;
  const words = (typeof over === "object" && over !== null ? over : {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, laid(text, words[name])]));
}

/** Choices of a form, called by the names of a room. */
export function namedIn<T extends Readonly<{ value: string; label: string }>>(
  file: MessageFile | undefined,
  names: unknown,
  options: readonly T[],
): T[] {
  const words = (file ? names : undefined) as Readonly<Record<string, string>> | undefined;
  return options.map((one) => ({ ...one, label: words?.[one.value] ?? one.label }));
}

/** The names of texts that a room of a further language lacks. */
export function missingIn(
  file: MessageFile,
  room: string,
  texts: unknown,
  over: unknown = file.messages[room],
): string[] {
  if (typeof texts === "string") return typeof over === "string" ? [] : [room];
  if (typeof texts !== "object" || texts === null) return [];
  const words = (over ?? {}) as Record<string, unknown>;
  return Object.entries(texts).flatMap(([name, text]) =>
    missingIn(file, `${room}.${name}`, text, words[name] ?? null),
  );
}
