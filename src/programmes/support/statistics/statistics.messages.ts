import type { YearSums } from "./statistics.schema.ts";

export const STATISTICS = {
  title: "依頼の統計",
  staff: "秘匿前の件数です（事務局のみ表示）。公開ページでは、1件から9件までの数は「秘匿」と表示します。",
  public:
    "終わった年度に受け付けた依頼の件数です。事業所が特定されないように、1件から9件までの数と、差し引きで推測できる数は「秘匿」としています。",
  underWay:
    "まだ終わっていない依頼があるため、相談の内容と、対応できなかった理由は公表していません。すべて終了すると表示されます。",
  total: "計",
  unsaid: "未記入",
  csv: "CSVをダウンロード",
  none: "この年度の依頼はありません",
  noneNext: "「健康づくりの相談窓口」や電話で受けた依頼が、ここに数えられます。",
  withdrawn: (reason: string) => `この年度の統計は取り下げました。${reason}`,
  editions: "公表した版",
  allHidden: "小さい数が多いため、この表は出していません。",
  each: "1件に内容が2つ以上あるときは、それぞれに数えます。",
  days: (value: number | null) => (value === null ? "―" : `${value}日`),
  waited: (days: number) => `依頼を受け付けてから実施日まで、中央値で${days}日でした。`,
} as const;

/** Of fewer cases no share is told. */
const ENOUGH = 10;

/** The year in a few lines, for its secretariat. */
export const SUMMARY = {
  title: "まとめ",
  requests: "依頼",
  workplaces: "事業所",
  outcome: "対応状況",
  consultations: "相談先の案内",
  waited: "実施までの日数",
  cases: (count: number) => `${count}件`,
  places: (count: number) => `${count}か所`,
  lastYear: (text: string) => `（前年度 ${text}）`,
  shown: (count: number) => `${count}件（従業員個人の相談先を事業所に案内した件数）`,
  whose: ({ workplaces, newWorkplaces }: YearSums) =>
    `${workplaces}か所（新規 ${newWorkplaces}・以前にも依頼のあった ${workplaces - newWorkplaces}）`,
  became: ({ requests, held, unmet, open }: YearSums) =>
    `実施した ${held}件・対応できなかった ${unmet}件・対応中 ${open}件・取り下げなど ${requests - held - unmet - open}件`,
  days: ({ median, ninety, fixed }: YearSums) =>
    median === null
      ? "実施したものがまだありません"
      : fixed < ENOUGH
        ? `中央値 ${median}日（${fixed}件）`
        : `中央値 ${median}日（9割が${ninety}日以内、${fixed}件）`,
} as const;

export const UNMET = {
  title: "対応できなかった内容と理由",
  head: "内容",
} as const;

export const SUPPORTERS = {
  title: "支援機関ごと",
  lead: "この年度に受け付けた依頼に、訪問の可否を打診した件数です。日数は中央値です。",
  head: "機関",
  columns: ["打診した", "回答があった", "うち対応できる", "実施した", "回答までの日数"],
} as const;

export const YEARS = {
  title: "年度ごと",
  head: "年度",
  lead: "事業所は、依頼のあった事業所の数です。日数は中央値です。",
  columns: ["依頼", "事業所", "うち新規", "実施した", "対応できなかった", "実施までの日数"],
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
  outcome: "対応できなかった理由",
  reason: "理由",
  else: "対応したもの・取り下げなど",
  topics: "相談の内容ごと",
  topic: "内容",
  met: "対応の有無",
  requests: "依頼",
  unmet: "うち対応できなかった",
  newcomers: "新規・継続の別",
  workplace: "事業所",
  first: "新規の事業所",
  again: "以前にも依頼のあった事業所",
  heardFrom: "窓口を知ったきっかけ",
  occasion: "知ったきっかけ",
  waited: "依頼を受け付けてから実施日まで（中央値）",
  days: "日",
} as const;
