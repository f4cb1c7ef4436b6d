import { markdownTitle, renderMarkdown, withoutTitle } from "#platform/kernel/markdown.ts";
import { GROUP_NAMES, TEXT } from "./messages.ts";

/** A page of docs/methods. Its name is what addresses call it, so it may hold nothing that leaves the folder. */
export const isMethodName = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

export type Language = "ja" | "en";
/** Parts of a page that exist in English alone are marked as such. */
export type MethodPage = Readonly<{
  title: string;
  lang: Language;
  parts: readonly Readonly<{ html: string; lang: Language }>[];
}>;
export type MethodGroup = Readonly<{
  title: string;
  methods: readonly Readonly<{ name: string; title: string }>[];
}>;

const render = (markdown: string, language: Language): string =>
  renderMarkdown(markdown, (file) => `/methods/${file}${language === "en" ? "?lang=en" : ""}`);

const sectionOf = (markdown: string, title: string): string | undefined =>
  new RegExp(`^## ${title}.*\\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, "m").exec(markdown)?.[1]?.trim();

/** The English page; where the code stands is for those who read the code. */
export function renderMethod(markdown: string): MethodPage {
  const [, , japanese] = markdown.split("\n");
  const body = withoutTitle(markdown)
    .replaceAll(/^`packages\/.*\n/gm, "")
    .replace(/^[^\x20-\x7e\n].*\n/m, (line) => (line.trim() === japanese ? "" : line));
  return {
    title: markdownTitle(markdown),
    lang: "en",
    parts: [{ html: render(body, "en"), lang: "en" }],
  };
}

/** The Japanese page. Formula and reference are written once, in the English one, and stand here too. */
export function renderJapaneseMethod(japanese: string, english: string): MethodPage {
  const body = withoutTitle(japanese);
  const at = body.indexOf("\n## 計算例");
  const formula = sectionOf(english, "Formula");
  const reference = sectionOf(english, "Reference");
  const own = body.includes("\n## 式");
  const part = (text: string, lang: Language = "ja") => ({ html: render(text, lang), lang });
  return {
    title: markdownTitle(japanese),
    lang: "ja",
    parts: [
      part(body.slice(0, at)),
      ...(own || !formula
        ? []
        : [
            part(`## ${TEXT.formula.ja}`),
            part(/```text[\s\S]*?```|(?: {4}.+\n?)+/.exec(formula)?.[0] ?? "", "en"),
          ]),
      part(body.slice(at)),
      ...(reference
        ? [part(`## ${TEXT.reference.ja}`), part(reference, /[ぁ-ん]/.test(reference) ? "ja" : "en")]
        : []),
    ],
  };
}

/** The overview's groups, each with its methods by their name in one language. */
export function methodGroups(overview: string, language: Language): readonly MethodGroup[] {
  return overview
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const title = part.split("\n")[0]!;
      const rows = [...part.matchAll(/^\| \[([\w-]+)\]\(.+?\) \| (.+?) \| (.+?) \|$/gm)];
      return {
        title: language === "en" ? title : (GROUP_NAMES[title] ?? title),
        methods: rows.map(([, name, en, ja]) => ({ name: name!, title: language === "en" ? en! : ja! })),
      };
    });
}
