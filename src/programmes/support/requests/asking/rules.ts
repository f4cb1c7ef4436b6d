import type { Language } from "../../offers/messages.ts";
import type { SupportRequest } from "../schema.ts";

/** What was typed into the form of a request, as it comes back with a refusal. */
export type Typed = Readonly<{ text: Readonly<Record<string, string>>; topics: readonly string[] }>;

/** The language that an address asks for. */
export const languageOf = (url: URL): Language => (url.searchParams.get("lang") === "en" ? "en" : "ja");

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

/** What a request holds, as if it had been typed: to be changed, or to ask for the like again. */
export function typedFrom(
  request: Pick<
    SupportRequest,
    | "wish"
    | "workplace"
    | "industry"
    | "municipality"
    | "address"
    | "place"
    | "contact"
    | "phone"
    | "email"
    | "size"
    | "people"
    | "topics"
    | "wishes"
    | "freeOnly"
  >,
): Typed {
  const { wish, workplace, industry, municipality, address, place, contact, phone, email } = request;
  const times = request.wishes.flatMap(({ day, from, to }, index) =>
    Object.entries({ day, from, to }).map(([name, value]) => [`${name}${index + 1}`, value]),
  );
  return {
    text: {
      ...{ wish, workplace, industry, municipality, address, place, contact, phone, email },
      size: String(request.size),
      people: String(request.people),
      ...(request.freeOnly ? { freeOnly: "yes" } : {}),
      ...Object.fromEntries(times),
    },
    topics: request.topics,
  };
}
