import type { CHECKUP_KINDS, FASTING } from "../model/entry.schema.ts";

export const KIND_WORDS: Readonly<Record<(typeof CHECKUP_KINDS)[number], string>> = {
  employer: "職場の健診",
  specific: "特定健診",
  insurer: "生活習慣病予防健診",
  dock: "人間ドック",
  "old-age": "後期高齢者の健診",
  own: "自分で受けた健診",
};

export const FASTING_WORDS: Readonly<Record<(typeof FASTING)[number], string>> = {
  fasting: "食後10時間以上",
  casual: "食後3時間半〜10時間",
  short: "食後3時間半未満",
  unknown: "分からない",
};
