import type { Unreadable } from "#platform/files/csv-file.ts";
import type { FieldErrors } from "#platform/kernel/result.ts";
import { columnField } from "./columns/field.rules.ts";
import type { MappingGap } from "./columns/rules.ts";
import type { ColumnMeaning, ImportState } from "./schema.ts";

/** One sentence for a file that can't be read at all. Nothing was changed by it. */
export function unreadableSentence({ problem, line }: Unreadable): string {
  switch (problem) {
    case "empty":
      return "ファイルが空です。中身のあるCSVファイルを選んでください。";
    case "archive":
      return "ZIPやExcel（xlsx）のファイルです。Excelで開き、「CSV（コンマ区切り）」で保存し直したファイルを選んでください。";
    case "pdf":
      return "PDFのファイルです。もとの表をCSVで保存したファイルを選んでください。";
    case "binary":
      return "表の文字が入っていないファイルです（古いExcelや画像など）。Excelで開き、「CSV（コンマ区切り）」で保存し直したファイルを選んでください。";
    case "web-page":
      return "ウェブページ（HTML）かXMLのファイルです。CSVで保存し直したファイルを選んでください。";
    case "unknown-encoding":
      return "文字コードが分かりません。UTF-8かShift_JISで保存し直したファイルを選んでください。";
    case "delimiter":
      return "列の区切りが、コンマでもタブでもありません。「CSV（コンマ区切り）」で保存し直したファイルを選んでください。";
    case "long-line":
      return `1行が長すぎます（1MBをこえています）${line ? `（${line.toLocaleString("ja")}行目）` : ""}。行ごとに改行のあるCSVファイルを選んでください。`;
    case "open-quote":
      return `${line ? `${line.toLocaleString("ja")}行目の` : ""}引用符（"）が閉じられないまま続いています。閉じてから、もう一度送ってください。`;
  }
}

export const NO_HEADER =
  "1行目に列の名前がありません。1行目に「地域」「年度」「値」などの見出しを書いたファイルを選んでください。";
export const ONE_COLUMN = "列が1つしかありません。コンマかタブで区切られているか確かめてください。";

const GAPS: Readonly<Record<MappingGap, Readonly<{ field: string; mend: string }>>> = {
  area: { field: "area", mend: "地域の列を選ぶか、全部の行の地域を書いてください。" },
  year: { field: "fiscalYear", mend: "年度か時点の列を選ぶか、全部の行の年度を書いてください。" },
  indicator: { field: "indicator", mend: "指標の列を選ぶか、全部の行の指標を選んでください。" },
  figure: { field: columnField(0), mend: "値か分子の列を選んでください。" },
  twice: {
    field: columnField(0),
    mend: "同じ意味の列が2つあります。片方を「使わない」にしてください。",
  },
};

/** What still has to be said of a file, beside the fields of its form. */
export const gapErrors = (gaps: readonly MappingGap[]): FieldErrors =>
  Object.fromEntries(
    [...Map.groupBy(gaps, (gap) => GAPS[gap].field)].map(([field, own]) => [
      field,
      own.map((gap) => GAPS[gap].mend),
    ]),
  );

export const STATE_LABEL: Readonly<Record<ImportState, string>> = {
  matching: "列を合わせています",
  checking: "確かめています",
  ready: "取り込みを待っています",
  importing: "取り込んでいます",
  done: "取り込みました",
  failed: "取り込めませんでした",
  cancelled: "やめました",
  withdrawn: "取り消しました",
};

export const ROLE_LABEL: Readonly<Record<ColumnMeaning["role"], string>> = {
  ignore: "使わない",
  fiscal_year: "年度",
  era_year: "年度（元号）",
  as_of: "時点（日付）",
  area: "地域",
  sex: "性別",
  age_band: "年齢",
  indicator: "指標",
  source: "出典",
  value: "値",
  numerator: "分子（人数・件数）",
  denominator: "分母（対象者数）",
  lower: "信頼区間の下限",
  upper: "信頼区間の上限",
};

export const FAILED =
  "システムの側で問題が起き、取り込みを止めました。値は何も変わっていません。もう一度送ってください。";
export const INTERRUPTED =
  "途中で止まり、もとのファイルが残っていません。値は何も変わっていません。もう一度送ってください。";
export const NOT_IN_STATE = (state: ImportState) =>
  `この取り込みは、いま「${STATE_LABEL[state]}」なので、その操作はできません。画面を開き直してください。`;
export const BAD_ROWS = (count: number) =>
  `${count.toLocaleString("ja")}行に直すところがあるので、取り込みませんでした。直すか、よい行だけを取り込んでください。`;

export const BAD_CHOICE = {
  area: "この名前やコードの地域が見つかりません（例 14150、相模原市）。",
  indicator: "この指標は一覧にありません。",
  source: "この出典は一覧にありません。",
} as const;

const count = (value: number): string => value.toLocaleString("ja");

/** The words of the pages. */
export const PAGE = {
  title: "指標の取り込み",
  lead: "CSVファイルの値を、地域の健康情報に取り込みます。取り込んだものは、あとから取り消せます。",
  begin: "ファイルを取り込む",
  none: "まだ何も取り込んでいません",
  noneNext: "統計や健診のまとめのCSVファイルを選ぶと、列の意味を確かめてから取り込めます。",
  more: "もっと前のものを見る",
  file: "ファイル",
  who: "取り込んだ人",
  when: "日時",
  state: "状態",
  added: "新しい値",
  changed: "書き換え",
  rejected: "直す行",
  steps: ["ファイル", "列を合わせる", "確かめる", "取り込む"],
  chooseFile: "CSVファイル",
  chooseFileHint:
    "コンマかタブで区切ったファイル（2GBまで）。文字コードはUTF-8、Shift_JIS（CP932）、UTF-16のどれでも読めます。1行目は列の名前にしてください。",
  area: "どの地域の仕事として取り込みますか",
  send: "ファイルを送る",
  sending: "送っています…",
  noFile: "ファイルを選んでください。",
  columns: "列の意味",
  columnsLead: "列の名前から読み取った意味です。ちがうところを直してください。",
  column: "ファイルの列",
  meaning: "意味",
  sample: "はじめの値",
  whole: "ファイル全体について",
  wholeIndicator: "指標の列がないときの指標",
  wholeArea: "地域の列がないときの地域",
  wholeYear: "年度の列がないときの年度（西暦）",
  wholeSource: "出典の列がないときの出典",
  wholeSourceHint: "選ばないときは、指標ごとに決まっている出典にします。",
  fromColumns: "列から読む",
  bySource: "指標ごとに決まった出典",
  publish: "この値を、だれでも見られるように公開する",
  remember: "この列の合わせ方を、次のときのために覚えておく",
  check: "確かめる",
  checking: "確かめています…",
  waiting: "この画面を閉じても、続きます。",
  look: "いまの状態を見る",
  again: "列を合わせ直す",
  cancel: "やめる",
  takeAll: "取り込む",
  takeGood: "よい行だけ取り込む",
  taking: "取り込んでいます…",
  changes: "変わるもの",
  changesDone: "変わったもの",
  nothing: "変わる値はありません。",
  examples: "書き換える値",
  before: "いまの値",
  after: "新しい値",
  badRows: "直すところのある行",
  download: "直す行だけ受け取る（CSV）",
  downloadHint: "受け取ったファイルを直して、そのまま送れます。",
  line: "行",
  value: "値",
  mend: "直しかた",
  nextRows: "つづきの行を見る",
  withdraw: "この取り込みを取り消す",
  withdrawLead: "取り込む前の値に戻ります。取り消した値は、履歴に残ります。",
  backToList: "取り込みの一覧へ",
  unpublished: "公開していません",
  published: "公開しています",
  year: "年度",
  indicator: "指標",
  areaOfFigure: "地域",
  encoding: "文字コード",
  received: (columns: number, encoding: string) => `${columns}列。文字コードは${encoding}と読みました。`,
  progress: (read: string, percent: number) => `${read}行まで読みました（${percent}％）`,
  found: (read: number, good: number, bad: number) =>
    bad === 0
      ? `${count(read)}行を読みました。すべて取り込めます。`
      : `${count(read)}行を読みました。${count(good)}行は取り込めます。${count(bad)}行に直すところがあります。`,
  summary: (added: number, changed: number, unchanged: number) =>
    `新しい値 ${count(added)}、書き換え ${count(changed)}、同じ値 ${count(unchanged)}`,
  done: (added: number, changed: number) =>
    added + changed === 0
      ? "取り込みました。変わった値はありません。"
      : `取り込みました。新しい値 ${count(added)}、書き換え ${count(changed)}。`,
} as const;

/** CP932 is what offices know as Shift_JIS. */
export const encodingLabel = (encoding: string | null): string =>
  encoding === "CP932" ? "Shift_JIS（CP932）" : (encoding ?? "");

/** On the page of today. */
export const TODAY = {
  title: (fileName: string) => `「${fileName}」の取り込み`,
  matching: "列を合わせるところで止まっています",
  ready: (rejected: number) =>
    rejected === 0 ? "確かめました。まだ取り込んでいません" : `直すところのある行 ${count(rejected)}`,
  go: "続ける",
} as const;

/** What this concern's actions are called in the audit log. */
export const IMPORT_WORDS = {
  "import.list": { done: "取り込みの一覧を見た", refused: "取り込みの一覧を見ようとした" },
  "import.list-areas": { done: "取り込みの画面を開いた", refused: "取り込みの画面を開こうとした" },
  "import.read": { done: "取り込みの中身を見た", refused: "取り込みの中身を見ようとした" },
  "import.read-rejected": { done: "取り込みの直す行を見た", refused: "取り込みの直す行を見ようとした" },
  "import.begin": { done: "指標の取り込みを始めた", refused: "指標の取り込みを始めようとした" },
  "import.match": { done: "取り込みの列を合わせ直した", refused: "取り込みの列を合わせ直そうとした" },
  "import.check": { done: "取り込む値を確かめさせた", refused: "取り込む値を確かめさせようとした" },
  "import.cancel": { done: "指標の取り込みをやめた", refused: "指標の取り込みをやめようとした" },
  "import.run": { done: "取り込みの作業を進めた", refused: "取り込みの作業を進めようとした" },
  "import.fail": { done: "取り込みの作業を止めた", refused: "取り込みの作業を止めようとした" },
  "import.take": { done: "指標の値を取り込んだ", refused: "指標の値を取り込もうとした" },
  "import.withdraw": { done: "指標の取り込みを取り消した", refused: "指標の取り込みを取り消そうとした" },
  // Of logs written before.
  "import.prepare": { done: "指標の取り込みを用意した", refused: "指標の取り込みを用意しようとした" },
} as const;
