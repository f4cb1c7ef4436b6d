import type { AreaKind } from "./schema.ts";

export type Language = "ja" | "en";

const KINDS: Readonly<Record<AreaKind, Readonly<Record<Language, string>>>> = {
  nation: { ja: "全国", en: "Japan" },
  prefecture: { ja: "都道府県", en: "Prefecture" },
  secondary_medical_area: { ja: "二次医療圏", en: "Secondary medical area" },
  public_health_centre_district: { ja: "保健所管内", en: "Public health centre district" },
  labour_standards_office_district: {
    ja: "労働基準監督署管内",
    en: "Labour standards office district",
  },
  municipality: { ja: "市区町村", en: "Municipality" },
  ward: { ja: "行政区", en: "Ward" },
};

/** The kind of an area as pages name it. */
export const kindLabel = (kind: AreaKind, language: Language = "ja"): string => KINDS[kind][language];

export const TEXT = {
  title: { ja: "地域を探す", en: "Find an area" },
  lead: {
    ja: "市区町村、圏域、保健所や労働基準監督署の管内を、名前・よみ・コードで探せます。",
    en: "Find municipalities, medical areas and office districts by name, reading or code.",
  },
  search: { ja: "名前・よみ・コード", en: "Name, reading or code" },
  searchHint: {
    ja: "例　浜田　／　さがみはら　／　32202　／　322024",
    en: "For example 浜田, さがみはら, 32202, 322024",
  },
  kind: { ja: "地域の種類", en: "Kind of area" },
  anyKind: { ja: "すべて", en: "All" },
  find: { ja: "探す", en: "Search" },
  prefectures: { ja: "都道府県から探す", en: "By prefecture" },
  none: { ja: "あてはまる地域がありません", en: "No area matches" },
  noneNext: {
    ja: "短い語やひらがなでもお試しください。種類を「すべて」にしてみてください。",
    en: "Try a shorter word or the reading in hiragana, with the kind set to all.",
  },
  noData: { ja: "地域のデータがまだ読み込まれていません", en: "No areas have been loaded yet" },
  noDataNext: {
    ja: "一度起動し直すと、添付のデータから自動で読み込まれます。",
    en: "Start the program once more; it loads the shipped data by itself.",
  },
  name: { ja: "名前", en: "Name" },
  kana: { ja: "よみ", en: "Reading" },
  code: { ja: "コード", en: "Code" },
  members: { ja: "ふくまれる市区町村", en: "Municipalities" },
  assumed: { ja: "範囲は未確認（仮の登録）", en: "extent not yet checked" },
  all: { ja: "全国の一覧に戻る", en: "Back to all of Japan" },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/** That an area has ended, with its last day. */
export const endedOn: Readonly<Record<Language, (day: string) => string>> = {
  ja: (day) => `${day} まで`,
  en: (day) => `until ${day}`,
};

/** The way to the health profile of an area. */
export const profileOf = (name: string, language: Language): string =>
  language === "ja" ? `${name}の健康プロフィール` : `Health profile of ${name}`;

/** The regions by which people look for a prefecture, as ranges of its number. */
export const REGIONS = [
  { from: "01", to: "07", ja: "北海道・東北", en: "Hokkaido, Tohoku" },
  { from: "08", to: "14", ja: "関東", en: "Kanto" },
  { from: "15", to: "23", ja: "中部", en: "Chubu" },
  { from: "24", to: "30", ja: "近畿", en: "Kinki" },
  { from: "31", to: "39", ja: "中国・四国", en: "Chugoku, Shikoku" },
  { from: "40", to: "47", ja: "九州・沖縄", en: "Kyushu, Okinawa" },
] as const;

type WrongCode = Readonly<{ digits: string; expected: string }>;

/** The sentence for a code whose last digit can't be right. */
export const wrongCheckDigit = ({ digits, expected }: WrongCode, language: Language): string =>
  language === "ja"
    ? `コード ${digits} は最後の1桁（検査数字）が合いません。${digits.slice(0, 5)} で始まるなら ${expected} です。数字を確認してください。`
    : `The last digit of ${digits} does not fit the others. A code that begins with ${digits.slice(0, 5)} is ${expected}. Please check the digits.`;

/** How many were found, and what to do where the list was cut. */
export const found = (count: number, limit: number, language: Language): string => {
  const cut = count >= limit;
  if (language === "ja")
    return cut ? `はじめの${limit}件です。ことばを足すと絞り込めます。` : `${count}件見つかりました。`;
  return cut ? `The first ${limit}. Add a word to narrow them down.` : `${count} found.`;
};

/** What this module's actions are called in the log. */
export const AREA_WORDS = {
  "town.load": {
    done: "町と郵便番号の一覧を読み込んだ",
    refused: "町と郵便番号の一覧を読み込もうとした",
  },
  "area.load": { done: "地域の一覧を新しくした", refused: "地域の一覧を新しくしようとした" },
} as const;
