const ROWS: readonly (readonly [kana: string, consonant: string])[] = [
  ["あいうえお", ""],
  ["かきくけこ", "k"],
  ["さしすせそ", "s"],
  ["たちつてと", "t"],
  ["なにぬねの", "n"],
  ["はひふへほ", "h"],
  ["まみむめも", "m"],
  ["や ゆ よ", "y"],
  ["らりるれろ", "r"],
  ["わ   を", "w"],
  ["がぎぐげご", "g"],
  ["ざじずぜぞ", "z"],
  ["だぢづでど", "d"],
  ["ばびぶべぼ", "b"],
  ["ぱぴぷぺぽ", "p"],
];
const IRREGULAR: Readonly<Record<string, string>> = {
  し: "shi",
  ち: "chi",
  つ: "tsu",
  ふ: "fu",
  じ: "ji",
  ぢ: "ji",
  づ: "zu",
  を: "o",
  ん: "n",
  ー: "",
  っ: "",
};
const SMALL: Readonly<Record<string, string>> = { ゃ: "a", ゅ: "u", ょ: "o" };

const SYLLABLES: ReadonlyMap<string, string> = new Map([
  ...ROWS.flatMap(([kana, consonant]) =>
    [...kana].map((sign, vowel): [string, string] => [sign, `${consonant}${"aiueo"[vowel]}`]),
  ),
  ...Object.entries(IRREGULAR),
]);

/**
 * Kana as the lists of common Japanese words spell them (Hepburn, long vowels written out): こんにちは konnichiha.
 * Other signs stay. What cannot be said exactly (っ before a vowel, ー) is left out: this is for comparing, not for reading.
 */
export function romanised(text: string): string {
  const hiragana = text
    .normalize("NFKC")
    .replace(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));
  let result = "";
  let doubled = false;
  for (const sign of hiragana) {
    const small = SMALL[sign];
    if (small !== undefined) {
      result = result.replace(/(sh|ch|j)i$/, "$1").replace(/i$/, "y") + small;
      continue;
    }
    const syllable = SYLLABLES.get(sign) ?? sign;
    result += doubled ? syllable.slice(0, 1) + syllable : syllable;
    doubled = sign === "っ";
  }
  return result;
}

export const hasKana = (text: string): boolean => /[ぁ-ゖァ-ヶｦ-ﾝ]/.test(text);
