import type { YearSums } from "./statistics.schema.ts";

export const STATISTICS = {
  title: "依頼の統計",
  staff:
    "事務局だけに見える、そのままの件数です。だれでも見られるページでは、1件から9件までの数を「秘匿」とします。",
  public:
    "終わった年度に受け付けた依頼の件数です。どの事業所のことかわからないように、1件から9件までの数と、差し引きするとそれがわかる数は「秘匿」としています。",
  underWay:
    "まだ終わっていない依頼があるため、相談の内容と、応えられなかった理由は出していません。すべて終わると、ここに出ます。",
  total: "計",
  unsaid: "書かれていない",
  csv: "CSVで保存",
  none: "この年度の依頼はありません",
  noneNext: "「健康づくりの相談窓口」や電話で受けた依頼が、ここに数えられます。",
  withdrawn: (reason: string) => `この年度の統計は取り下げました。${reason}`,
  editions: "公表した版",
  allHidden: "小さい数が多いため、この表は出していません。",
  each: "1件に内容が2つ以上あるときは、それぞれに数えます。",
  days: (value: number | null) => (value === null ? "―" : `${value}日`),
  waited: (days: number) => `依頼を受け付けてから実施の日まで、中央値で${days}日でした。`,
} as const;

/** The year in a few lines, for its secretariat. */
export const SUMMARY = {
  title: "まとめ",
  requests: "依頼",
  workplaces: "事業所",
  outcome: "どうなったか",
  consultations: "相談先の案内",
  waited: "実施までの日数",
  cases: (count: number) => `${count}件`,
  shown: (count: number) => `${count}件（働く人ひとりが相談できるところを、事業所に見せた数）`,
  whose: ({ workplaces, newWorkplaces }: YearSums) =>
    `${workplaces}か所（はじめて ${newWorkplaces}・以前にも依頼のあった ${workplaces - newWorkplaces}）`,
  became: ({ requests, held, unmet, open }: YearSums) =>
    `実施した ${held}件・応えられなかった ${unmet}件・進めている ${open}件・取り下げなど ${requests - held - unmet - open}件`,
  days: ({ median, ninety }: YearSums) =>
    median === null
      ? "日程の決まったものがまだありません"
      : `中央値 ${median}日（10件のうち9件は ${ninety}日以内）`,
} as const;

export const UNMET = {
  title: "応えられなかった内容と理由",
  head: "内容",
} as const;

export const SUPPORTERS = {
  title: "支援機関ごと",
  lead: "この年度に受け付けた依頼に、行けるかどうかをたずねた件数です。日数は中央値です。",
  head: "機関",
  columns: ["たずねた", "返事があった", "うち行ける", "実施した", "返事までの日数"],
} as const;

export const YEARS = {
  title: "年度ごと",
  head: "年度",
  lead: "事業所は、依頼のあった事業所の数です。日数は中央値です。",
  columns: ["依頼", "事業所", "うちはじめて", "実施した", "応えられなかった", "実施までの日数"],
} as const;

export const SIZE_NAMES = {
  "1-4": "1〜4人",
  "5-29": "5〜29人",
  "30-49": "30〜49人",
  "50-": "50人以上",
} as const;

/** What the published tables are called. */
export const TABLES = {
  source: "地域・職域連携の依頼の記録",
  unit: "件",
  industry: "業種",
  size: "従業員の人数",
  sizeAndIndustry: "業種と従業員の人数ごと",
  outcome: "応えられなかった理由",
  reason: "理由",
  else: "応えたもの・取り下げなど",
  topics: "相談の内容ごと",
  topic: "内容",
  met: "応えたか",
  requests: "依頼",
  unmet: "うち応えられなかった",
  newcomers: "はじめての事業所か",
  workplace: "事業所",
  first: "はじめての事業所から",
  again: "以前にも依頼のあった事業所から",
  heardFrom: "この窓口をどこで知ったか",
  occasion: "きっかけ",
  waited: "依頼を受け付けてから実施の日まで（中央値）",
  days: "日",
} as const;
