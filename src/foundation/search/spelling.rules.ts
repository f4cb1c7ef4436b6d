import { toRomaji } from "wanakana";

const LONGEST_SOURCE = 600;
const MOST_WORDS = 5;
const LONGEST_WORD = 40;

/** Stand before how a word begins, so that one letter finds those that begin with it, and before a whole word. */
const BEGINS = "^";
const WHOLE = "=";

/** Romaji are written in several ways (si, shi; ti, chi; shimbashi, shinbashi; oo, ou, ō): all come to one. */
const ROMAJI: readonly (readonly [RegExp, string])[] = [
  [/['’-]/g, ""],
  [/m(?=[bpm])/g, "n"],
  [/(?<![sc])hu/g, "fu"],
  [/sy(?=[auo])/g, "sh"],
  [/ty(?=[auo])/g, "ch"],
  [/[jz]y(?=[auo])/g, "j"],
  [/cch/g, "tch"],
  [/si/g, "shi"],
  [/ti/g, "chi"],
  [/tu/g, "tsu"],
  [/[dz]i/g, "ji"],
  [/dz?u/g, "zu"],
  [/ou/g, "o"],
  [/([aiueo])\1+/g, "$1"],
];

const latin = (word: string): string => ROMAJI.reduce((text, [from, to]) => text.replace(from, to), word);

/** One spelling: width and case (NFKC), hiragana for katakana, no marks over letters, one dash. */
const spelt = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCodePoint(kana.codePointAt(0)! - 0x60))
    // Postcodes, telephone and receipt numbers are found with and without their dashes.
    .replace(/(?<=[a-z0-9])[-‐‑–—−ー](?=[a-z0-9])/g, "");

const SEPARATORS = /[\s_|・,，、。.:;/()（）「」『』［］[\]〒?？!！]+/;
const KANA = /^[\u3041-\u3096ー]+$/;

/** The words of a text in one spelling; what is in Latin letters as one way of romaji. */
export const wordsOf = (text: string): string[] =>
  spelt(text)
    .split(SEPARATORS)
    .filter((word) => word !== "")
    .map((word) => word.replace(/[a-z'’]+/g, latin));

/** What is kept of a thing: its words, those in kana also in romaji, and the pairs of letters in them. */
export function findableText(source: string): { words: string; grams: string[] } {
  const written = wordsOf(source.slice(0, LONGEST_SOURCE));
  const words = [
    ...new Set(written.flatMap((word) => (KANA.test(word) ? [word, latin(toRomaji(word))] : [word]))),
  ];
  return { words: ` ${words.join(" ")} `, grams: [...new Set(words.flatMap(gramsOf))] };
}

/** What somebody asked for, in the same spelling, and what an index of these pairs is asked for. */
export function askedText(text: string): { asked: string[]; grams: string[][] } {
  const asked = [...new Set(wordsOf(text).map((word) => word.slice(0, LONGEST_WORD)))].slice(0, MOST_WORDS);
  const anywhere = [
    ...new Set(asked.flatMap((word) => (word.length === 1 ? [BEGINS + word] : pairsOf(word)))),
  ];
  const first = asked[0] ?? "";
  const begins = BEGINS + first.slice(0, 2);
  return { asked, grams: [[...anywhere, WHOLE + first], [...anywhere, begins], anywhere] };
}

const pairsOf = (word: string): string[] => {
  const letters = word.split("");
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
};

const gramsOf = (word: string): string[] => [
  WHOLE + word.slice(0, LONGEST_WORD),
  BEGINS + word[0],
  ...(word.length > 1 ? [BEGINS + word.slice(0, 2)] : []),
  ...pairsOf(word),
];
