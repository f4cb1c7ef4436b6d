export const TEXT = {
  title: { ja: "計算のしかた", en: "Methods" },
  lead: {
    ja: "画面の数字がどの計算で出たかを、意味・使う場面・式・計算例・注意・出典の順に説明します。",
    en: "How the figures on the screen are calculated.",
  },
  list: { ja: "計算のしかたの一覧", en: "All methods" },
  other: { ja: "英語で読む", en: "Read it in Japanese" },
  formula: { ja: "式", en: "Formula" },
  reference: { ja: "出典", en: "Reference" },
} as const;

/** The parts of the overview (docs/methods/README.md), by the heading that stands there. */
export const GROUP_NAMES: Readonly<Record<string, string>> = {
  Statistics: "統計",
  "Verdicts of a profile": "健康情報の判定",
  "Disclosure control": "小さな人数の秘匿",
  "Scoring rules": "健診・ストレスチェックの判定",
};
