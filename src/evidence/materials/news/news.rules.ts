import type { NewsItem } from "./news.schema.ts";

const INDENT = "　";

const MOST_TOLD = 200;

/** An entry of the directory as a piece of news: who runs it, what it is, and whom to telephone. */
export const entryItem = ({
  name,
  provider,
  description,
  phone,
}: Readonly<Record<"name" | "provider" | "description" | "phone", string>>): Omit<NewsItem, "to"> => ({
  source: "entry",
  title: name,
  text: [provider === name ? "" : provider, description.slice(0, MOST_TOLD), phone && `電話 ${phone}`]
    .filter(Boolean)
    .join("\n"),
});

/** An issue as its mail says it: plain text that any reader shows. */
export const newsText = (lead: string, items: readonly NewsItem[]): string =>
  [
    ...(lead ? [lead, ""] : []),
    ...items.flatMap(({ title, text, to }) => [
      `■ ${title}`,
      ...text
        .split("\n")
        .filter(Boolean)
        .map((line) => `${INDENT}${line}`),
      ...(to ? [`${INDENT}${to}`] : []),
      "",
    ]),
  ]
    .join("\n")
    .trim();
