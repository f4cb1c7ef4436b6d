import type { NewsItem } from "./news.schema.ts";

const INDENT = "　";

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
