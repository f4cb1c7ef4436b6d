import type { NumberSlip } from "#platform/tables/cells.ts";

/** How to mend a cell. Each says what to write, with an example where one helps. */
export const MEND = {
  columns: (expected: number, found: number) =>
    `見出しは${expected}列、この行は${found}列です。区切りの抜けや余りを修正してください（最後の行なら、ファイルが途中で切れていないか確認してください）`,
  openQuote: '引用符（"）が閉じていません。閉じるか、ファイルが途中で切れていないか確認してください',
  brokenText: "文字が壊れています。元の表から書き直してください",
  noArea: "地域を入力してください（例 14150、相模原市）",
  unknownArea:
    "この名前やコードの地域が見つかりません。全国地方公共団体コードか正式な名前で入力してください（例 14150）",
  outOfReach: "この地域の値を変える権限がありません。担当する圏域の事務局に依頼してください",
  geography: (indicator: string, kinds: string) =>
    `「${indicator}」は${kinds}の値です。区域の種類を確認してください`,
  noYear: "年度を入力してください（例 2007、H19）",
  badYear: "年度が読めません。西暦か元号で入力してください（例 2007、H19、平成19年度）",
  yearOutOfRange: (first: number, last: number) => `${first}年度から${last}年度までの年度を入力してください`,
  eraDiffers: (year: number) => `元号の年が年度（${year}）と合いません。いずれかを修正してください`,
  badDay: "日付が読めません。2009-01-01 のように入力してください",
  noSuchDay: "その日はありません。日付を確認してください",
  dayOutsideYear: (year: number) => `時点が${year}年度の日ではありません。いずれかを修正してください`,
  sex: "性別は「総数」「男」「女」のいずれかで入力してください",
  ageBand: "年齢は「全年齢」「40-49」「65歳以上」のように入力してください",
  noIndicator: "指標を入力してください",
  unknownIndicator:
    "この名前の指標がありません。指標の一覧にある名前かコードで入力してください（例 abnormal_finding_rate）",
  unknownSource: "この出典がありません。出典の一覧にある名前で入力してください（なければ「その他」）",
  noFigure: "値が空です。数を入力するか、この行を除いてください",
  number: {
    kanji: "数で入力してください（例 40.0）",
    missing: "値がないことを表す記号です。数を入力するか、この行を除いてください",
    broken: "文字が壊れています。元の表から書き直してください",
    "no-number": "数で入力してください（例 40.0）",
  } satisfies Record<NumberSlip, string>,
  notWhole: "数えた数なので、小数のない数で入力してください（例 40）",
  tooLarge: "数が大きすぎます。桁を確認してください",
  below: (least: number) => `${least}以上の数を入力してください`,
  above: (most: number) => `${most}以下の数を入力してください`,
  numeratorOver: "分子が分母より大きくなっています。いずれかを修正してください",
  noDenominator: "分母も入力してください（分子だけでは割合が出ません）",
  denominatorZero: "分母は1以上の数を入力してください",
  intervalOrder: "下限・値・上限の順が合いません。信頼区間を確認してください",
  duplicateOf: (line: number) =>
    `${line}行目と同じ地域・指標・年度・性別・年齢・出典で、値が違います。どちらか一つにしてください`,
  duplicateBefore:
    "前の行と同じ地域・指標・年度・性別・年齢・出典で、値が違います。どちらか一つにしてください",
} as const;
