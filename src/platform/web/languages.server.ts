import { readdirSync, readFileSync } from "node:fs";
import { MessageFile } from "#platform/kernel/further-language.ts";

const FOLDER = new URL("../../../reference/languages/", import.meta.url);

/** Languages beside Japanese and English: a file each, so that one more needs no code. */
export const FURTHER_LANGUAGES: readonly MessageFile[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".json"))
  .map((file) => MessageFile.parse(JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"))));

/** The further language that an address asks for (`?lang=vi`). */
export const furtherLanguageOf = (url: URL): MessageFile | undefined =>
  FURTHER_LANGUAGES.find(({ code }) => code === url.searchParams.get("lang"));

/** The ways in which a page can be read, as links to itself. */
export function readingsOf(
  url: URL,
): readonly Readonly<{ name: string; lang: string; to: string; here: boolean }>[] {
  const asked = furtherLanguageOf(url)?.code ?? (url.searchParams.get("lang") === "en" ? "en" : undefined);
  const own = [
    { code: undefined, name: "日本語", lang: "ja" },
    ...FURTHER_LANGUAGES.filter(({ lang }) => lang === "ja"),
    { code: "en", name: "English", lang: "en" },
    ...FURTHER_LANGUAGES.filter(({ lang }) => lang !== "ja"),
  ];
  return own.map(({ code, name, lang }) => {
    const query = new URLSearchParams(url.searchParams);
    query.delete("lang");
    if (code) query.set("lang", code);
    return { name, lang, to: `?${query}`, here: code === asked };
  });
}
