import { LONGEST_RECORD, type Unreadable } from "#platform/files/csv-file.ts";
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
      return `1行が長すぎます（${LONGEST_RECORD / 1024 / 1024}MBをこえています）${line ? `（${line.toLocaleString("ja")}行目）` : ""}。行ごとに改行のあるCSVファイルを選んでください。`;
    case "open-quote":
      return `${line ? `${line.toLocaleString("ja")}行目の` : ""}引用符（"）が閉じられないまま続いています。閉じてから、もう一度送ってください。`;
  }
}

export const NO_HEADER =
  "1行目に列の名前がありません。1行目に「地域」「年度」「値」などの見出しを書いたファイルを選んでください。";
export const ONE_COLUMN = "列が1つしかありません。コンマかタブで区切られているか確かめてください。";

export const GAP_SENTENCE: Readonly<Record<MappingGap, string>> = {
  area: "地域の列を選ぶか、全部の行の地域を書いてください。",
  year: "年度か時点の列を選ぶか、全部の行の年度を書いてください。",
  indicator: "指標の列を選ぶか、全部の行の指標を選んでください。",
  figure: "値か分子の列を選んでください。",
  twice: "同じ意味の列が2つあります。片方を「使わない」にしてください。",
};

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
