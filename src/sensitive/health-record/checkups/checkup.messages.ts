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

/** What each item shows, in one sentence that names no illness of the reader. */
export const ITEM_WORDS: Readonly<Record<string, string>> = {
  bmi: "体重と身長のつりあいを示す値です。",
  waist: "おへその高さのおなかまわりです。",
  sbp: "心臓が縮んで血液を送り出すときの血圧です。",
  dbp: "心臓がひろがって血液をためるときの血圧です。",
  tg_fasting: "血液の中の脂肪です。食事の影響を受けます。",
  tg_casual: "血液の中の脂肪です。食事のあとに測った値で、空腹時の値とは比べられません。",
  hdl: "余分な脂を運び出す働きのあるコレステロールです。",
  ldl: "血管の壁にたまりやすいコレステロールです。",
  ast: "肝臓などの細胞にある酵素です。",
  alt: "主に肝臓の細胞にある酵素です。",
  ggt: "肝臓の酵素です。飲酒の影響を受けます。",
  fpg: "食後10時間以上たったときの血液の糖です。",
  casual_glucose: "食事のあとに測った血液の糖で、空腹時の値とは比べられません。",
  hba1c: "過去1〜2か月の血糖の平均を示す値です（NGSP値）。",
  hba1c_jds: "2013年3月までの表し方（JDS値）です。NGSP値とはつなげません。",
  creatinine: "腎臓の働きをみる値です。",
  egfr: "腎臓が血液をこす力のめやすです。",
  uric_acid: "体の中でできる老廃物の一つです。",
  hemoglobin: "血液が酸素を運ぶ力をみる値です。",
  urine_protein: "尿に出たたんぱくです。腎臓の働きをみます。",
  urine_glucose: "尿に出た糖です。",
};
