import { micromark } from "micromark";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";

/**
 * Markdown of our own as HTML. Raw HTML in it stays text (micromark's default), links to neighbouring files lead to their
 * pages, and what is wider than the page can be scrolled by keyboard.
 */
export const renderMarkdown = (markdown: string, addressOf: (file: string) => string): string =>
  micromark(markdown, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] })
    .replaceAll(/href="(?:\.\/)?([a-z0-9-]+)\.md"/g, (_, file: string) => `href="${addressOf(file)}"`)
    .replaceAll(/<(pre|table)>/g, '<$1 tabindex="0">');

export const markdownTitle = (markdown: string): string => /^# (.+)$/m.exec(markdown)?.[1] ?? "";
export const withoutTitle = (markdown: string): string => markdown.replace(/^# .+\n/m, "");
