import type { DocumentBlock, DocumentCell } from "#platform/pdf/document.ts";

/** The blocks that documents are made of. */
export const cell = (text: string, href?: string): DocumentCell => (href ? { text, href } : { text });

export const paragraph = (text: string): DocumentBlock => ({ kind: "paragraph", text });

export const list = (...items: readonly DocumentCell[]): DocumentBlock => ({ kind: "list", items });

/** A table; a head that ends in `>` is of a column with figures. */
export const table = (
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly DocumentCell[])[],
): DocumentBlock => ({
  kind: "table",
  caption,
  head: heads.map((text) => (text.endsWith(">") ? { text: text.slice(0, -1), right: true } : { text })),
  rows,
});

/** The blocks, or where there is none the sentence that says so. */
export const orSentence = (blocks: readonly DocumentBlock[], sentence: string): readonly DocumentBlock[] =>
  blocks.length > 0 ? blocks : [paragraph(sentence)];
