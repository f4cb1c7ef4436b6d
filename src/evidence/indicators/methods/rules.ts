import { micromark } from "micromark";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";

/** A page of docs/methods. Its name is what addresses call it, so it may hold nothing that leaves the folder. */
export const isMethodName = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

export type MethodPage = Readonly<{ title: string; html: string }>;

/**
 * The page as HTML. Raw HTML in the text stays text (micromark's default), and links to neighbours lead to their
 * pages.
 */
export function renderMethod(markdown: string): MethodPage {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? "";
  const body = markdown.replace(/^# .+\n/, "");
  const html = micromark(body, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] }).replaceAll(
    /href="(?:\.\/)?([a-z0-9-]+)\.md"/g,
    'href="/methods/$1"',
  );
  return { title, html };
}
