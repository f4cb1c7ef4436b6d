/** A text as a search compares it: width (NFKC), kana and case folded, spaces at its ends gone and within it one. */
export const folded = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    // Katakana stand 0x60 after the hiragana of the same sound.
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCodePoint(kana.codePointAt(0)! - 0x60))
    .replace(/\s+/g, " ")
    .trim();
