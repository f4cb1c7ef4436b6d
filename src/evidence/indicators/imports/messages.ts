import type { FieldErrors } from "#platform/kernel/result.ts";
import { columnField } from "#platform/tables/messages.ts";
import type { MappingGap } from "./columns/rules.ts";
import type { ColumnMeaning } from "./schema.ts";

const GAPS: Readonly<Record<MappingGap, Readonly<{ field: string; mend: string }>>> = {
  area: { field: "area", mend: "地域の列を選ぶか、全部の行の地域を入力してください。" },
  year: { field: "fiscalYear", mend: "年度か時点の列を選ぶか、全部の行の年度を入力してください。" },
  indicator: { field: "indicator", mend: "指標の列を選ぶか、全部の行の指標を選択してください。" },
  figure: { field: columnField(0), mend: "値か分子の列を選択してください。" },
  twice: {
    field: columnField(0),
    mend: "同じ意味の列が2つあります。いずれかを「使わない」にしてください。",
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

export const ROLE_LABEL: Readonly<Record<ColumnMeaning["role"], string>> = {
  ignore: "使わない",
  fiscal_year: "年度",
  era_year: "年度（元号）",
  as_of: "時点（日付）",
  area: "地域",
  area_part: "地域（都道府県・郡・コードなど、もう1つの列）",
  sex: "性別",
  age_band: "年齢",
  indicator: "指標",
  source: "出典",
  unit: "単位",
  value: "値",
  numerator: "分子（人数・件数）",
  denominator: "分母（対象者数）",
  lower: "信頼区間の下限",
  upper: "信頼区間の上限",
};

export const BAD_CHOICE = {
  area: "この名前やコードの地域が見つかりません（例 14150、相模原市）。",
  indicator: "この指標は一覧にありません。",
  source: "この出典は一覧にありません。",
} as const;

/** The words of the pages that speak of figures. */
export const PAGE = {
  title: "指標の取り込み",
  lead: "表のファイルの値を、地域の健康情報に取り込みます。取り込んだ値は、あとで取り消すことができます。",
  begin: "ファイルを取り込む",
  none: "取り込みの記録はまだありません",
  noneNext: "統計や健診のまとめのファイルを選ぶと、列の意味を確認してから取り込めます。",
  area: "取込み先の地域",
  send: "ファイルを送信する",
  wholeIndicator: "指標（ファイルに列がない場合に選択）",
  wholeArea: "地域の列がないときの地域",
  wholeYear: "年度の列がないときの年度（西暦）",
  wholeSource: "出典の列がないときの出典",
  wholeSourceHint: "選ばないときは、指標ごとに決まっている出典にします。",
  fromColumns: "列から読む",
  bySource: "指標ごとに決まった出典",
  publish: "この値を、だれでも見られるように公開する",
  changes: "変更内容",
  examples: "更新する値",
  added: "新しい値",
  changed: "更新",
  before: "現在の値",
  after: "新しい値",
  withdrawLead: "取り込む前の値に戻ります。取り消した値は、履歴に残ります。",
  backToList: "取り込みの一覧へ",
  unpublished: "公開していません",
  published: "公開しています",
  profile: "健康プロフィールで確認する",
  publication: "公開の範囲を設定する",
  year: "年度",
  indicator: "指標",
  areaOfFigure: "地域",
} as const;

/** What this concern's actions are called in the audit log. */
export const IMPORT_WORDS = {
  "import.list": { done: "取り込みの一覧を見た", refused: "取り込みの一覧を見ようとした" },
  "import.list-areas": { done: "取り込みの画面を開いた", refused: "取り込みの画面を開こうとした" },
  "import.read": { done: "取り込みの中身を見た", refused: "取り込みの中身を見ようとした" },
  "import.read-rejected": {
    done: "取り込みの修正が必要な行を見た",
    refused: "取り込みの修正が必要な行を見ようとした",
  },
  "import.inspect": {
    done: "取り込むファイルの読み方を見た",
    refused: "取り込むファイルの読み方を見ようとした",
  },
  "import.begin": { done: "指標の取り込みを始めた", refused: "指標の取り込みを始めようとした" },
  "import.match": { done: "取り込みの列の対応を変更した", refused: "取り込みの列の対応を変更しようとした" },
  "import.check": { done: "取り込む値を確認させた", refused: "取り込む値を確認させようとした" },
  "import.cancel": { done: "指標の取り込みをやめた", refused: "指標の取り込みをやめようとした" },
  "import.run": { done: "取り込みの作業を進めた", refused: "取り込みの作業を進めようとした" },
  "import.fail": { done: "取り込みの作業を止めた", refused: "取り込みの作業を止めようとした" },
  "import.take": { done: "指標の値を取り込んだ", refused: "指標の値を取り込もうとした" },
  "import.withdraw": { done: "指標の取り込みを取り消した", refused: "指標の取り込みを取り消そうとした" },
  // Of logs written before.
  "import.prepare": { done: "指標の取り込みを用意した", refused: "指標の取り込みを用意しようとした" },
} as const;
