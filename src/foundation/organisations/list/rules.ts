import type { Draft } from "../schema.ts";

/** By what lists are ordered: the reading in hiragana, else the name. */
export function sortKeyOf({ kana, name }: Pick<Draft, "kana" | "name">): string {
  return (kana || name)
    .normalize("NFKC")
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .toLowerCase();
}
