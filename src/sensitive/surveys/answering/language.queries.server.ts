import { HOTLINES } from "#foundation/hotlines/public.ts";
import { furtherLanguageOf, readingsOf } from "#platform/web/languages.server.ts";

/** The language that an address asks for: Japanese where it asks for none. */
export const languageOf = (url: URL): string =>
  furtherLanguageOf(url)?.code ?? (url.searchParams.get("lang") === "en" ? "en" : "ja");

/** What the page of a form needs beside the form: language, the ways to read it, and numbers for who is in need. */
export function formContext(url: URL) {
  const code = languageOf(url);
  const other = new URL(url);
  const whole = url.searchParams.has("whole");
  if (whole) other.searchParams.delete("whole");
  else other.searchParams.set("whole", "1");
  other.searchParams.delete("done");
  return {
    /** All questions on one page, and the address of the other way to read them. */
    ...{ whole, otherWay: other.search || "?" },
    ...{ code, lang: furtherLanguageOf(url)?.lang ?? code, readings: readingsOf(url) },
    hotlines: HOTLINES.slice(0, 3).map(({ name, number, hours }) => ({ name, number, hours })),
  };
}
