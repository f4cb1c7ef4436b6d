import { NOTHING } from "#platform/kernel/nothing.ts";
/** The fixed words of the profile's pages. */
export const TEXT = {
  title: {
    ja: (name: string) => `${name}の健康プロフィール`,
    en: (name: string) => `Health profile: ${name}`,
  },
  csv: { ja: "CSVで保存", en: "Save as CSV" },
  publication: { ja: "公開の範囲…", en: "Publication…" },
  print: { ja: "印刷", en: "Print" },
  someoneToTalkTo: { ja: "こころの相談窓口", en: "Someone to talk to" },
  unpublishedNote: {
    ja: "公開していない数字もふくみます。外に出すときは公開の範囲を確認してください。",
    en: "Includes figures that are not published.",
  },
  emptyTitle: { ja: "公開されている健康情報はまだありません", en: "Nothing is published yet" },
  emptyStaff: { ja: "この地域の健康情報はまだありません", en: "There are no facts of this area yet" },
  emptyNext: {
    ja: "この地域の数字は、事務局が公開すると、ここに表示されます。",
    en: "Figures appear here once the secretariat of the area publishes them.",
  },
  emptyStaffNext: {
    ja: "「取り込み」から統計のファイルを読み込むと、ここに並びます。",
    en: "Import a file of statistics and it appears here.",
  },
  import: { ja: "取り込みへ", en: "To the import" },
  ask: { ja: "健康づくりを相談する", en: "Ask for help with health at work" },
  plan: { ja: "公開中の計画", en: "Published plan" },
  otherAreas: { ja: "ほかの地域を探す", en: "Find another area" },
  worsening: {
    ja: (count: number, against: string) => `${against}より悪く、悪化が続いている指標　${count}件`,
    en: (count: number, against: string) => `Worse than ${against} and getting worse: ${count}`,
  },
  missed: {
    ja: (count: number) => `目標に届いていない指標　${count}件`,
    en: (count: number) => `Targets not met: ${count}`,
  },
  missesTarget: {
    ja: (target: string) => `目標 ${target}に未達`,
    en: (target: string) => `misses ${target}`,
  },
  untested: { ja: "検定なし", en: "not tested" },
  nothingCompared: { ja: "比較できる指標がまだありません", en: "Nothing can be compared yet" },
  nothingComparedWhy: {
    ja: (count: number, against: string) =>
      `登録されている指標は${count}件ですが、${against}の同じ年度の値がありません。`,
    en: (count: number, against: string) =>
      `${count} indicators are here, and none has a figure of ${against} for the same year.`,
  },
  old: { ja: (year: number) => `${year}年度の値`, en: (year: number) => `figure of FY${year}` },
  oldTitle: {
    ja: (old: number, all: number) => `${all}件のうち${old}件は、5年以上前の値です`,
    en: (old: number, all: number) => `${old} of ${all} figures are five or more years old`,
  },
  oldWhy: {
    ja: "現在の状況とは異なることがあります。年度を確認してご覧ください。",
    en: "Things may have changed since. Look at the year of each.",
  },
  spine: { ja: "比較対象との差（95%区間）", en: "Difference (95% interval)" },
  spineSides: { ja: "← 良い　　悪い →", en: "← better　worse →" },
  spineRead: {
    ja: (against: string) =>
      `図は、${against}の値を中央の点線とし、差を${against}の値に対する割合で示しています。右ほど悪い値です。太い短線は都道府県、横線は95%区間です。`,
    en: (against: string) =>
      `The dotted line is ${against}; marks lie at the difference as a share of its figure, worse to the right. The short line is the prefecture, the bar the 95% interval.`,
  },
  themes: { ja: "テーマ", en: "Topic" },
  order: { ja: "並べ替え", en: "Order" },
  orders: {
    ja: {
      "": "テーマ順",
      verdict: "判定の悪い順",
      "-difference": "差の大きい順",
      "-change": "変化の大きい順",
    },
    en: {
      "": "by topic",
      verdict: "worst first",
      "-difference": "largest difference",
      "-change": "largest change",
    },
  },
  similar: { ja: "類似地域", en: "similar areas" },
  similarLead: {
    ja: (areas: string, variables: string) =>
      `類似地域は、${areas}です。${variables}が近い順に選び、合わせた値と比べています。`,
    en: (areas: string, variables: string) =>
      `The similar areas are ${areas}, the nearest by ${variables}; compared with their figures together.`,
  },
  similarNone: {
    "too-few-variables": {
      ja: "類似地域を選べません。この地域か、ほかの地域の人口・年齢構成・事業所の数値が公開されていません。",
      en: "Similar areas can't be told: too little is published of population, ages and workplaces.",
    },
    "too-few-areas": {
      ja: "類似地域を選べません。同じ数値のそろった地域が5つありません。",
      en: "Similar areas can't be told: fewer than five areas have these figures.",
    },
  },
  similarMethod: { ja: "類似地域の選び方", en: "How similar areas are found" },
  byTheme: { ja: "テーマごとに見る", en: "By topic" },
  themeTitle: {
    ja: (area: string, theme: string) => `${area}の健康プロフィール：${theme}`,
    en: (area: string, theme: string) => `Health profile of ${area}: ${theme}`,
  },
  lines: { ja: "推移", en: "Over the years" },
  embed: { ja: "この図を別のページに埋め込む", en: "Put this chart on another page" },
  embedHow: {
    ja: "次の文字をコピーして、ホームページに貼り付けてください。図は公開中の最新の値に替わります。",
    en: "Copy this into a page. The picture always shows the last published figures.",
  },
  districts: { ja: "地域内の比較", en: "Compare areas within" },
  makeIssue: { ja: "健康課題に追加する", en: "Add to the health issues" },
  worseningNone: {
    ja: (compared: number) => `比較できる${compared}件のうち、悪く、かつ悪化が続いている指標はありません。`,
    en: (compared: number) =>
      `Of the ${compared} that can be compared, none is both worse and getting worse.`,
  },
  rule: { ja: "選定の基準", en: "How these were chosen" },
  ruleText: {
    ja: "比較対象より悪い（信頼区間で判定。人数のない数字は同じ年度の値どうし。目標があるものは目標に届いていない）、そして悪くなっている（直近5年の傾向の検定。できないときは、最長10年で5%以上悪くなり、5年分以上あれば順位の検定でも有意）もの。",
    en: "Worse than the comparison (by its interval; figures without counts by their values of the same year; targets by missing them) and getting worse (by the recent trend; where that can't be calculated, by 5% or more within ten years, confirmed by a rank test from five years on).",
  },
  table: { ja: "表で見る", en: "As a table" },
  method: { ja: "意味と計算", en: "Meaning and method" },
  notFromZero: { ja: "縦軸は0から始まりません。", en: "The vertical axis does not begin at zero." },
  area: { ja: "地域", en: "Area" },
  source: { ja: "出典", en: "Source" },
  otherArea: {
    ja: (name: string) => `${name}とは別の区域の値です`,
    en: (name: string) => `not a figure of ${name} itself`,
  },
  indicators: { ja: "指標の一覧", en: "Indicators" },
  compare: { ja: "比較対象", en: "Compared with" },
  nation: { ja: "全国", en: "Japan" },
  prefecture: { ja: "都道府県", en: "Prefecture" },
  period: { ja: "期間", en: "Period of change" },
  recent: { ja: (years: number) => `直近${years}年`, en: (years: number) => `last ${years} years` },
  allYears: { ja: "すべて", en: "all years" },
  narrow: { ja: "絞り込み", en: "Show" },
  all: { ja: "すべて", en: "all" },
  onlyWorse: { ja: "比較対象より悪い指標", en: "worse only" },
  onlyMissed: { ja: "目標に届いていない指標", en: "targets not met" },
  show: { ja: "表示する", en: "Show" },
  indicator: { ja: "指標", en: "Indicator" },
  year: { ja: "年度", en: "Fiscal year" },
  here: { ja: "この地域", en: "This area" },
  difference: { ja: "差（95%区間）", en: "Difference (95% interval)" },
  verdict: { ja: "判定", en: "Verdict" },
  trend: { ja: "傾向", en: "Trend" },
  change: { ja: "変化", en: "Change" },
  noCounts: { ja: "実数なし", en: "no counts" },
  nothingWorse: { ja: "条件に該当する指標はありません。", en: "No indicator fits." },
  facts: { ja: "人口と事業所", en: "Population and workplaces" },
  shareOf: { ja: (whole: string) => `${whole}に占める割合`, en: (whole: string) => `share of ${whole}` },
  value: { ja: "値", en: "Figure" },
  share: { ja: "割合", en: "Share" },
  when: { ja: "時点", en: "As of" },
  ratios: { ja: "年齢階級比", en: "Ratios between age bands" },
  ratiosLead: {
    ja: "退職前後の受療件数の増え方です。",
    en: "How much more often a disease is treated from one age band to the next.",
  },
  disease: { ja: "病名", en: "Disease" },
  times: { ja: "倍", en: "times" },
  targets: { ja: "目標", en: "Targets" },
  target: { ja: "目標値", en: "Target" },
  baseline: { ja: "基準値", en: "Baseline" },
  atLeast: { ja: "以上", en: "or more" },
  atMost: { ja: "以下", en: "or less" },
  checkups: {
    ja: "健診でみる地域と職域（国保などの健診と、被用者保険・事業者の健診を並べた割合）",
    en: "Check-up results of the region and of workplaces, side by side (in Japanese)",
  },
  surveys: { ja: "調査結果", en: "Surveys and findings" },
  response: { ja: "回答", en: "Response" },
  noResponse: { ja: "回答数の記載なし", en: "response not reported" },
  support: { ja: "健康相談", en: "Consultations" },
  supportBreak: {
    ja: (until: string, from: string) =>
      `${until}までは資料に載った件数、${from}からは相談の記録から数えた件数です。数え方が違うため、前後を比較する場合はご注意ください。`,
    en: (until: string, from: string) =>
      `Up to ${until} as printed, from ${from} counted from the records of consultations: they are not counted alike.`,
  },
  activities: { ja: "年度ごとの活動", en: "Activities by year" },
  sessions: { ja: "回数", en: "sessions" },
  participants: { ja: "参加者", en: "participants" },
  figures: { ja: "図の数字", en: "Figures of the chart" },
  suppressed: NOTHING.hidden,
  noData: NOTHING["no-data"],
  interval: { ja: "95%信頼区間", en: "95% interval" },
} as const;
