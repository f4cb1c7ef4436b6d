/** What was typed into the form of a request, as it comes back with a refusal. */
export type Typed = Readonly<{ text: Readonly<Record<string, string>>; topics: readonly string[] }>;

export const NOTHING_TYPED: Typed = { text: {}, topics: [] };
const WISHES = [1, 2, 3] as const;

export const typedOf = (form: FormData): Typed => ({
  text: Object.fromEntries(
    [...form].filter((pair): pair is [string, string] => typeof pair[1] === "string" && pair[0] !== "topics"),
  ),
  topics: form.getAll("topics").map(String),
});

/** The fields as the request's schema reads them: empty wishes are none. Digits may be typed in full width. */
export function inputOf({ text, topics }: Typed): Record<string, unknown> {
  const number = (name: string) => (text[name] ?? "").normalize("NFKC").trim();
  const wishes = WISHES.map((n) => ({
    day: text[`day${n}`] ?? "",
    from: text[`from${n}`] || "10:00",
    to: text[`to${n}`] || "11:00",
  }));
  return {
    ...text,
    topics,
    size: number("size"),
    people: number("people"),
    freeOnly: text.freeOnly === "yes",
    wishes: wishes.filter((wish) => wish.day !== ""),
  };
}
