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
  title: { ja: "地域をさがす", en: "Find an area" },
  lead: {
    ja: "市区町村、圏域、保健所や労働基準監督署の管内を、名前・よみ・コードでさがせます。",
    en: "Find municipalities, medical areas and office districts by name, reading or code.",
  },
  search: { ja: "名前・よみ・コード", en: "Name, reading or code" },
  searchHint: {
    ja: "例　浜田　／　さがみはら　／　32202　／　322024",
    en: "For example 浜田, さがみはら, 32202, 322024",
  },
  kind: { ja: "地域の種類", en: "Kind of area" },
  anyKind: { ja: "すべて", en: "All" },
  find: { ja: "さがす", en: "Search" },
  prefectures: { ja: "都道府県からさがす", en: "By prefecture" },
  none: { ja: "あてはまる地域がありません", en: "No area matches" },
  noneNext: {
    ja: "短いことばや、ひらがなの読みでもさがせます。種類を「すべて」にしてみてください。",
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
  ended: { ja: "まで", en: "until" },
  all: { ja: "全国の一覧へもどる", en: "Back to all of Japan" },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/** The sentence for a code whose last digit can't be right. */
export const wrongCheckDigit = (digits: string, expected: string): string =>
  `コード ${digits} は検査数字（最後の1桁）が合いません。${digits.slice(0, 5)} なら ${expected} です。数字を確かめてください。`;

export const found = (count: number, limit: number): string =>
  count >= limit
    ? `はじめの${limit}件を表示しています。ことばを足すと絞り込めます。`
    : `${count}件見つかりました。`;
