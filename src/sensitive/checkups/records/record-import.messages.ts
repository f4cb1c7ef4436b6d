import type { RecordRole } from "./record-column.schema.ts";

const count = (value: number) => value.toLocaleString("ja");

/** What is wrong with a cell or row, and how to mend it. */
export const RECORD_MEND = {
  key: "個人キーを読み取れません。提供元で「個人情報を外すページ」を使って作成した列を入れてください。",
  day: "受診日を読み取れません。2026/5/15、R8.5.15、20260515 のように入力してください。年が2桁の日付は読み取れません。",
  future: "受診日が本日より後です。日付を確認してください。",
  sex: "性別を読み取れません。1か男、2か女で入力してください。",
  age: "生年月日と年齢のどちらも読み取れません。受診日より前の生年月日か、年齢を入力してください。",
  shifted: "カンマ位置の印が、ほかの行と違います。この行の列がずれていないか確認してください。",
  unreadable: (label: string) =>
    `${label}の値を読み取れません。数値、「<5」のような範囲、「未実施」「測定不能」のいずれかにしてください。`,
  impossible: (label: string, unit: string, [low, high]: readonly [number, number]) =>
    `${label}としてあり得ない値です（${low}～${count(high)}${unit}）。元の結果を確認してください。`,
  otherItem: "血圧の列に、身長など別の項目の値が入っているようです。列の対応と元の結果を確認してください。",
  pressureOrder: "拡張期血圧が収縮期血圧以上です。元の結果を確認してください。",
  contradicting: "同じ人・同じ受診日の行が2つあり、値が違います。正しい行だけを残してください。",
  unknownPlace: "この市町村が見つかりません。市町村名か5桁・6桁のコードで入力してください。",
} as const;

export const RECORD_STOP = {
  identified: (columns: readonly string[]) =>
    `個人を特定できる列（${columns.join("、")}）があるため、受け取らず、保存もしていません。提供元で「個人情報を外すページ」か「yui checkups hash」を使い、氏名・記号・番号などを個人キーに置き換えたファイルを受け取ってください。`,
  implausible: (rows: number, read: number) =>
    `あり得ない値の行が${count(rows)}行あり、1%を超えています（全${count(read)}行）。列の対応がずれているおそれがあるため、取り込みを中止しました。提供元に確認してください。`,
} as const;

export const RECORD_GAPS: Readonly<Partial<Record<RecordRole, string>>> = {
  person_key: "個人キーの列を選択してください。",
  exam_day: "受診日の列を選択してください。",
  sex: "性別の列を選択してください。",
  birth: "生年月日か年齢の列を選択してください。",
};
export const RECORD_DOUBLED = "同じ意味の列が2つあります。いずれかを「使わない」にしてください。";
export const RECORD_SHIFTED = (names: readonly string[]) =>
  `カンマ位置の列（${names.join("、")}）が、名前どおりの位置にありません。列が足りないか、多すぎます。`;

export const ROLE_LABELS: Readonly<Record<RecordRole, string>> = {
  ignore: "使わない",
  person_key: "個人キー",
  exam_day: "受診日",
  birth: "生年月日",
  age: "年齢（受診時）",
  age_at_end: "年齢（年度末）",
  sex: "性別",
  municipality: "居住する市町村",
  workplace_size: "事業場の規模",
  industry: "業種",
  meal: "採血時間（食後）",
  marker: "カンマ位置",
  identity: "個人を特定できる列（値があると受け取れません）",
};

/** Rows that are no fault and left aside. */
export const APART_LABELS: Readonly<Record<string, string>> = {
  elsewhere: "この地域の外に居住する人の行",
  repeated: "同じ内容の行（1件として数えます）",
  odd: "確認の結果、取り込まないことにした行",
  passedOver: "同じ人・同じ受診日の別の行を選んだため、取り込まない行",
};

export const RECORD_ASK = {
  odd: (label: string) => `${label}に、通常の範囲から外れた値があります。元の結果を確認しましたか。`,
  keep: "確認した。このまま取り込む",
  leave: "この値のある行を取り込まない",
  drift: (label: string) =>
    `${label}の平均が、同じ提供元の前年度と大きく違います。列や単位に誤りはありませんか。`,
  driftKeep: "誤りはない。取り込む",
  different: "同じ人・同じ受診日で値の違う行があります。どの行を取り込みますか。",
  differentLeave: "どちらも取り込まない（修正が必要な行として残す）",
  differentFirst: "先にある行を取り込む",
  differentLast: "後にある行を取り込む",
} as const;

export const RECORD_PAGE = {
  title: "健診結果の取り込み",
  lead: "提供元の取り決めに基づいて、個人キーに置き換えた健診結果を取り込みます。取り込みは、あとで取り消せます。",
  begin: "ファイルを取り込む",
  none: "取り込みの記録はまだありません",
  noneNext: "先に取り決めを登録し、個人情報を外したファイルを受け取ってください。",
  agreement: "提供元の取り決め",
  municipality: "市町村の列がないときの市町村（全部の行）",
  size: "規模の列がないときの事業場の規模（全部の行）",
  voluntary: "任意の健診（法定外）の結果である",
  send: "ファイルを送信する",
  backToList: "取り込みの一覧へ",
  people: (records: number, years: string) => `${count(records)}件の健診（${years}）`,
  left: (labels: readonly string[]) => `取り決めにない項目は保存しません：${labels.join("、")}`,
  distribution: "平均の比較（同じ提供元の前年度）",
  item: "項目",
  now: "今回",
  before: "前年度",
  persons: "人数（今回）",
  withdrawLead: "取り込んだ結果を集計から外します。公表した版は変わりません。",
  done: "集計に反映しました。公表するには「公表」のページで版を作成してください。",
} as const;
