const SYLLABLES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "あa いi うu えe おo かka きki くku けke こko さsa しshi すsu せse そso たta ちchi つtsu てte とto なna にni ぬnu ねne のno " +
    "はha ひhi ふfu へhe ほho まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa をo んn " +
    "がga ぎgi ぐgu げge ごgo ざza じji ずzu ぜze ぞzo だda ぢji づzu でde どdo ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo"
  )
    .split(" ")
    .map((pair) => [pair[0]!, pair.slice(1)]),
);
const GLIDES: Readonly<Record<string, string>> = { ゃ: "a", ゅ: "u", ょ: "o" };

/** Roman letters as they are compared: long vowels short, n before b, m and p as n, nothing but letters. */
export const plainRomaji = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/m(?=[bmp])/g, "n")
    .replace(/o[ou]+/g, "o")
    .replace(/uu+/g, "u");

/** A reading in hiragana in Roman letters, after Hepburn, as they are compared. */
export function romajiOf(kana: string): string {
  let roman = "";
  for (let at = 0; at < kana.length; at++) {
    const letter = kana[at]!;
    const glide = GLIDES[kana[at + 1] ?? ""];
    const next = SYLLABLES[kana[at + 1] ?? ""] ?? "";
    if (letter === "っ") roman += next.startsWith("ch") ? "t" : (next[0] ?? "");
    else if (glide) {
      const stem = (SYLLABLES[letter] ?? "").slice(0, -1);
      roman += /^(sh|ch|j)$/.test(stem) ? stem + glide : `${stem}y${glide}`;
      at += 1;
    } else roman += SYLLABLES[letter] ?? "";
  }
  return plainRomaji(roman);
}
