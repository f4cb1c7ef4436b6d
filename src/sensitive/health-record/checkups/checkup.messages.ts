import type { CHECKUP_KINDS, FASTING } from "../model/entry.schema.ts";

export const KIND_WORDS: Readonly<Record<(typeof CHECKUP_KINDS)[number], string>> = {
  employer: "職場の健診",
  specific: "特定健診",
  insurer: "生活習慣病予防健診",
  dock: "人間ドック",
  "old-age": "後期高齢者の健診",
  own: "自分で受けた健診",
};

/** Parts of a result sheet, in its order: each from that item on. */
export const SHEET_SECTIONS: readonly Readonly<{ title: string; from: string }>[] = [
  { title: "身体計測", from: "height" },
  { title: "血圧", from: "sbp" },
  { title: "血液検査（脂質）", from: "total_cholesterol" },
  { title: "血液検査（肝機能）", from: "ast" },
  { title: "血液検査（腎機能・尿酸）", from: "creatinine" },
  { title: "血液検査（血糖）", from: "fpg" },
  { title: "血液検査（貧血・血球）", from: "hemoglobin" },
  { title: "尿検査", from: "urine_glucose" },
  { title: "心電図・画像などの検査", from: "ecg" },
];

export const DAY_ERRORS = {
  error: "「受診日」に、健診を受けた日を、2026年5月12日、2026/5/12、R8.5.12のように入力してください。",
  none: "「受診日」は暦にない日です。結果票の月と日を確認してください。",
  future: "「受診日」は、本日までの日付を入力してください。",
};

/** How a result came into the file, as the page says it. */
const SOURCE_WORDS: Readonly<Record<string, string>> = { 入力: "ご自身で入力" };
export const sourcesInWords = (sources: readonly string[]): string =>
  sources.map((source) => SOURCE_WORDS[source] ?? source).join("・");

export const FASTING_WORDS: Readonly<Record<(typeof FASTING)[number], string>> = {
  fasting: "食後10時間以上",
  casual: "食後3時間半〜10時間",
  short: "食後3時間半未満",
  unknown: "分からない",
};
