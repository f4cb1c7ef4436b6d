import type { AreaId } from "#platform/kernel/ids.ts";
import { type Area, type AreaKind, NATION } from "./schema.ts";

const WEIGHTS = [6, 5, 4, 3, 2] as const;

/**
 * The check digit of 全国地方公共団体コード: with S = 6a+5b+4c+3d+2e, the last digit of 11 − S mod 11, or of 11 − S
 * where S is below 11.
 */
export function checkDigitOf(fiveDigits: string): string {
  if (!/^\d{5}$/.test(fiveDigits)) throw new RangeError(`not five digits: ${fiveDigits}`);
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(fiveDigits[index]), 0);
  return String((11 - (sum < 11 ? sum : sum % 11)) % 10);
}

export const withCheckDigit = (fiveDigits: string): string => fiveDigits + checkDigitOf(fiveDigits);

export const hasRightCheckDigit = (sixDigits: string): boolean =>
  /^\d{6}$/.test(sixDigits) && checkDigitOf(sixDigits.slice(0, 5)) === sixDigits[5];

/** The area of a six-digit code: a prefecture where the municipal digits are 000, the nation where all are 0. */
export function areaIdOfCode(sixDigits: string): AreaId | undefined {
  if (!hasRightCheckDigit(sixDigits)) return undefined;
  if (sixDigits.startsWith("00000")) return NATION;
  return (sixDigits.slice(2, 5) === "000" ? sixDigits.slice(0, 2) : sixDigits.slice(0, 5)) as AreaId;
}

/** Letters that offices write for one another in names of places, each beside the one it is compared as. */
const VARIANTS: ReadonlyMap<string, string> = new Map(
  [
    ..."釜竈 竜龍 梼檮 鯵鰺 桧檜 渕淵 曾曽 砺礪 冨富 嶋島 祢禰 薮藪 篭籠 諌諫 頸頚 﨑崎 髙高 巿市 邉辺 邊辺 澤沢 濱浜 國国 縣県 條条"
      .concat(
        " 舘館 嶽岳 寳宝 惠恵 廣広 萬万 與与 塚塚 蘆芦 當当 鷗鴎 瀧滝 櫻桜 眞真 靜静 縄繩 龜亀 彌弥 壽寿 驒騨 德徳 栁柳",
      )
      .split(" "),
  ]
    .filter((pair) => [...pair].length === 2)
    .map((pair) => [...pair] as [string, string]),
);
const VARIANT = new RegExp(`[${[...VARIANTS.keys()].join("")}]`, "gu");
/** What is not seen: variation selectors, joiners, marks of direction, the byte order mark. */
const UNSEEN = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}\u200B-\u200F\u2060\uFEFF]/gu;

/** One spelling for comparing: half-width letters and digits, hiragana, no spaces, lower case, one of variant letters. */
export function normaliseWords(text: string): string {
  return text
    .replace(UNSEEN, "")
    .normalize("NFKC")
    .replace(VARIANT, (letter) => VARIANTS.get(letter)!)
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[ゕゖ]/g, (letter) => (letter === "ゕ" ? "か" : "け"))
    .replace(/[\s・|]+/g, "");
}

/** What somebody who looks for an area has typed. */
export type AreaQuery =
  | Readonly<{ kind: "id"; id: AreaId; words: string }>
  | Readonly<{ kind: "wrong-code"; digits: string; expected: string }>
  | Readonly<{ kind: "words"; words: string }>;

const OWN_ID = /^(sma-\d{2}-\d{2,3}|(phc|lso)-\d{2}-[a-z0-9-]+|jp)$/;

/** Reads a code (2, 5 or 6 digits, also full-width), an id, or words to look for. */
export function parseAreaQuery(text: string): AreaQuery {
  const words = normaliseWords(text).replace(/^jp-?(?=\d)/, "");
  if (/^\d{6}$/.test(words)) {
    const id = areaIdOfCode(words);
    return id
      ? { kind: "id", id, words }
      : { kind: "wrong-code", digits: words, expected: withCheckDigit(words.slice(0, 5)) };
  }
  if (words === "00000") return { kind: "id", id: NATION, words };
  if (/^\d{2}000$/.test(words)) return { kind: "id", id: words.slice(0, 2) as AreaId, words };
  if (/^(\d{2}|\d{5})$/.test(words) || OWN_ID.test(words)) return { kind: "id", id: words as AreaId, words };
  return { kind: "words", words };
}

const SUFFIX: Readonly<Record<AreaKind, RegExp>> = {
  nation: /$/,
  prefecture: /[都府県]$/,
  secondary_medical_area: /圏域$/,
  public_health_centre_district: /管内$/,
  labour_standards_office_district: /管内$/,
  municipality: /[市町村区]$/,
  ward: /$/,
};

/** Everything by which an area may be found, in one spelling, between bars so that whole words can be told. */
export function searchWordsOf(
  area: Pick<Area, "id" | "kind" | "name" | "kana" | "slug" | "code" | "county">,
  prefecture: string | undefined,
): string {
  const spoken = [area.name, area.kana ?? "", area.slug, area.id, area.code ?? ""];
  if (area.county) spoken.push(area.county + area.name);
  if (prefecture && area.kind !== "prefecture") {
    spoken.push(prefecture + area.name);
    if (area.county) spoken.push(prefecture + area.county + area.name);
  }
  // 茅ヶ崎市 is also written 茅が崎市.
  spoken.push(...spoken.filter((word) => /[ヶケ]/.test(word)).map((word) => word.replace(/[ヶケ]/g, "が")));
  spoken.push(area.name.replace(SUFFIX[area.kind], ""));
  const words = new Set(spoken.map(normaliseWords).filter((word) => word !== ""));
  return `|${[...words].join("|")}|`;
}

/** 島根県浜田市: the name with its prefecture, which alone tells the two 府中市 apart. */
export function fullNameOf(area: Pick<Area, "kind" | "name">, prefecture: string | undefined): string {
  return prefecture && area.kind !== "prefecture" ? `${prefecture}${area.name}` : area.name;
}
