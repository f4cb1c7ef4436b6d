import { readFile } from "node:fs/promises";
import { furtherLanguageOf, readingsOf } from "#platform/web/languages.server.ts";

/** The language that an address asks for: Japanese where it asks for none. */
export const languageOf = (url: URL): string =>
  furtherLanguageOf(url)?.code ?? (url.searchParams.get("lang") === "en" ? "en" : "ja");

const HOTLINES = new URL("../../../../reference/hotlines.json", import.meta.url);
type Hotline = Readonly<{ name: string; number: string; hours: string }>;

/** What the page of a form needs beside the form: language, the ways to read it, and numbers for who is in need. */
export async function formContext(url: URL) {
  const { hotlines } = JSON.parse(await readFile(HOTLINES, "utf8")) as { hotlines: readonly Hotline[] };
  const code = languageOf(url);
  return {
    ...{ code, lang: furtherLanguageOf(url)?.lang ?? code, readings: readingsOf(url) },
    hotlines: hotlines.slice(0, 3).map(({ name, number, hours }) => ({ name, number, hours })),
  };
}
