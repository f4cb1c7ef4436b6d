import type { NumberSlip } from "#platform/tables/cells.ts";
import type { CarriedRole } from "./plan/rules.ts";
import type { ApartKind } from "./schema.ts";

/** How to mend a cell. Each says what to write, with an example where one helps. */
export const MEND = {
  columns: (expected: number, found: number) =>
    `見出しは${expected}列、この行は${found}列です。区切りの抜けや余りを修正してください（最後の行なら、ファイルが途中で切れていないか確認してください）`,
  openQuote: (line: number) =>
    `${line.toLocaleString("ja")}行目で始まる引用符（"）が閉じていません。閉じるか、ファイルが途中で切れていないか確認してください`,
  brokenText: "文字が壊れています。元の表から書き直してください",
  noArea: "地域を入力してください（例 14150、相模原市）",
  unknownArea:
    "この名前やコードの地域が見つかりません。全国地方公共団体コードか正式な名前で入力してください（例 14150）",
  likelyArea: (names: readonly string[]) =>
    `この名前の地域が見つかりません。${names.map((name) => `「${name}」`).join("か")}のことであれば、そのように入力してください`,
  severalAreas: (names: readonly string[]) =>
    `同じ名前の地域が${names.length}つあります（${names.join("、")}）。都道府県から入力してください`,
  areasDiffer: (one: string, other: string) =>
    `「${one}」と「${other}」は、同じ地域ではありません。名前かコードを修正してください`,
  wrongCode: (digits: string, expected: string) =>
    `コード${digits}は最後の1桁（検査数字）が合いません。${digits.slice(0, 5)}で始まるなら${expected}です`,
  areaEnded: (last: number) => `この地域は${last}年度まででした。年度か地域を確認してください`,
  areaBegan: (first: number) => `この地域は${first}年度からです。年度か地域を確認してください`,
  outOfReach: "この地域の値を変える権限がありません。担当する圏域の事務局に依頼してください",
  geography: (indicator: string, kinds: string) =>
    `「${indicator}」は${kinds}の値です。区域の種類を確認してください`,
  noYear: "年度を入力してください（例 2007、H19）",
  badYear: "年度が読めません。西暦か元号で入力してください（例 2007、H19、平成19年度）",
  yearsDiffer: "1つの欄に、異なる年度が2つあります。いずれかを修正してください",
  yearOutOfRange: (first: number, last: number) => `${first}年度から${last}年度までの年度を入力してください`,
  eraDiffers: (year: number) => `元号の年が年度（${year}）と合いません。いずれかを修正してください`,
  badDay: "日付が読めません。2009-01-01 のように入力してください",
  serialDay: (day: string) => `Excelで日付が番号に変わったもののようです（${day}）。日付で入力してください`,
  noSuchDay: "その日はありません。日付を確認してください",
  dayOutsideYear: (year: number) => `時点が${year}年度の日ではありません。いずれかを修正してください`,
  sex: "性別は「総数」「男」「女」のいずれかで入力してください",
  excelAge:
    "「10-14」などの年齢が、Excelで日付に変わったもののようです。元の年齢を「10〜14歳」のように入力してください",
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
    exponent: "Excelで桁が省略された数のようです（1.23E+05など）。元の数をすべての桁で入力してください",
    day: "Excelで日付に変わった値のようです。元の数を入力してください",
    mark: "数に注の印が付いています。印を除いてください",
    "no-number": "数で入力してください（例 40.0）",
  } satisfies Record<NumberSlip, string>,
  wholeNumber: "数で入力してください（例 40）",
  unit: (unit: string, indicator: string) =>
    `単位「${unit}」は、「${indicator}」の単位ではありません。列か単位を確認してください`,
  rateDiffers: (printed: string, computed: string) =>
    `値${printed}が、分子と分母から計算した${computed}と合いません。いずれかを修正してください`,
  countsDiffer: "同じ値の2つの列で、数が異なります。いずれかを修正してください",
  notWhole: "数えた数なので、小数のない数で入力してください（例 40）",
  tooLarge: "数が大きすぎます。桁を確認してください",
  below: (least: number) => `${least}以上の数を入力してください`,
  above: (most: number) => `${most}以下の数を入力してください`,
  numeratorOver: "分子が分母より大きくなっています。いずれかを修正してください",
  noDenominator: "分母も入力してください（分子だけでは割合が出ません）",
  denominatorZero: "分母は1以上の数を入力してください",
  intervalOrder: "下限・値・上限の順が合いません。信頼区間を確認してください",
  duplicates: (lines: readonly number[]) =>
    `${linesOf(lines)}は、地域・指標・年度・性別・年齢・出典が同じで、値が違います。いずれも取り込みません。正しい1行だけを残してください`,
  sumOver: (total: number, counts: readonly number[]) =>
    `内訳の合計${sumOf(counts)}（${shown(counts)}）が、総数${show(total)}を超えています。いずれかを修正してください`,
  besideContradiction: "同じ地域・指標・年度の他の行に、合わない値があります。その行を修正すると取り込めます",
  manyBands: (most: number) =>
    `同じ地域・指標・年度の年齢区分が${show(most)}を超えています。年齢の列を確認してください`,
  sumUnder: "内訳の合計が総数と合いません。いずれかを修正してください",
  notBetween: (whole: number, parts: readonly number[]) =>
    `全体の値${whole}が、内訳の値（${parts.join("、")}）の間にありません。いずれかを修正してください`,
  partOver: (part: string, whole: string) =>
    `「${part}」が「${whole}」を超えています。いずれかを修正してください`,
  far: "前後の年の値から大きく離れています。値を確認してください",
} as const;

const show = (count: number) => count.toLocaleString("ja");

/** Some lines are enough to find the others: a file that says the same thousands of times gets a sentence, no list. */
const MOST_LINES = 5;
const linesOf = (lines: readonly number[]) =>
  `${lines.slice(0, MOST_LINES).map(show).join("・")}行目${lines.length > MOST_LINES ? `ほか${show(lines.length - MOST_LINES)}行` : ""}`;
const shown = (counts: readonly number[]) => counts.map(show).join("＋");
const sumOf = (counts: readonly number[]) => show(counts.reduce((sum, one) => sum + one, 0));

export const CARRIED_LABEL: Readonly<Record<CarriedRole, string>> = {
  area: "地域",
  area_part: "地域",
  fiscal_year: "年度",
  era_year: "年度",
  as_of: "時点",
  sex: "性別",
  age_band: "年齢",
  indicator: "指標",
  source: "出典",
};

const LEAVE = { value: "leave", label: "この行は取り込まない" };
const ALL_OF = { sex: "男女の総数", age_band: "全年齢" } as const;

const LEAVE_OR_MEND = [
  { value: "leave", label: "取り込まない" },
  { value: "mend", label: "修正が必要な行にする" },
];

/** What is asked of a file, and what may be answered. */
export const ASK = {
  blank: (label: string, role: CarriedRole) => ({
    ask: `「${label}」が空の行があります。どの意味ですか。`,
    options: [
      { value: "above", label: "上の行と同じ（結合されたセル）" },
      ...(role === "source" ? [{ value: "default", label: "指標ごとに決まった出典" }] : []),
      ...(role === "sex" || role === "age_band" ? [{ value: "all", label: ALL_OF[role] }] : []),
      LEAVE,
    ],
  }),
  share: {
    ask: "百分率の指標の値が、すべて1以下です。どちらの書き方ですか。",
    options: [
      { value: "share", label: "割合（0.42は42％）" },
      { value: "percent", label: "百分率のまま（0.42は0.42％）" },
    ],
  },
  mark: {
    ask: "数に注の印（1)、r、*など）が付いた欄があります。印を除いて取り込みますか。",
    options: [
      { value: "drop", label: "印を除いて取り込む" },
      { value: "mend", label: "修正が必要な行にする" },
    ],
  },
  unit: {
    ask: "見出しか欄の単位が、指標の単位の何倍かです（千人など）。単位の分を掛けて取り込みますか。",
    options: [
      { value: "multiply", label: "掛けて取り込む（12千人は12,000人）" },
      { value: "mend", label: "修正が必要な行にする" },
    ],
  },
  indicator: (name: string) => ({
    ask: `「${name}」は指標の一覧にありません。この項目の行をどうしますか。`,
    options: LEAVE_OR_MEND,
  }),
  early: { ask: "1950年度より前の行は取り込めません。この行をどうしますか。", options: LEAVE_OR_MEND },
  rest: {
    ask: "内訳（男女・年齢）の合計が、総数より少ない箇所があります。不詳などを含むためですか。",
    options: [
      { value: "rest", label: "不詳などを含むため、正しい" },
      { value: "mend", label: "修正が必要な行にする" },
    ],
  },
  far: {
    ask: "前後の年や登録されている値から、4倍以上離れた値があります。正しい値ですか。",
    options: [
      { value: "right", label: "正しい値として取り込む" },
      { value: "mend", label: "修正が必要な行にする" },
    ],
  },
} as const;

const APART: Readonly<Record<ApartKind, string>> = {
  elsewhere: "担当する地域の外の行",
  sum: "合計の行",
  former: "合併前の市町村の行",
  "no-area": "地域ではない行（人口集中地区、不詳など）",
  "no-figure": "値のない行",
  "unknown-part": "性別や年齢が不詳の行",
  header: "見出しを繰り返した行",
  undecided: "取り込まないと答えた行",
  "early-year": "1950年度より前の行",
  "other-indicator": "指標の一覧にない項目の行",
  "part-empty": "年度や地域ごとの列のうち、値のない欄",
  "part-elsewhere": "担当する地域の外の列の欄",
  "part-year": "取り込める年度の外の列の欄",
};

/** What was left aside, in words: rows by kind, and cells by the sign for no figure. */
export const apartLabel = (kind: string): string =>
  kind.startsWith("sign:")
    ? `値がないことを表す「${kind.slice(5)}」の欄`
    : (APART[kind as ApartKind] ?? kind);
