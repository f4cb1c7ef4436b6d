const count = (value: number): string => value.toLocaleString("ja");

/** The words of the pages on which tables are taken in, the same for whatever they hold. */
export const WORDS = {
  steps: ["ファイルの選択", "列の対応", "確認", "取り込み"],
  file: "表のファイル",
  fileName: "ファイル名",
  fileHint:
    "Excel（xlsx・xls）か、コンマかタブで区切ったファイル。文字コードは自動で見分けます。表の上の題や下の注は、そのままでかまいません。",
  accept:
    ".csv,.tsv,.txt,.xlsx,.xls,application/vnd.ms-excel,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pasted: "または、表の貼り付け",
  pastedHint: "Excelなどでコピーした範囲を、見出しの行から貼り付けます。",
  send: "確認する",
  sending: "送信しています…",
  columns: "列の意味",
  columnsLead: "列の名前から読み取った意味です。異なる箇所を修正してください。",
  layout: "読み取った表",
  layoutLead:
    "はじめの行を、読み取った意味の色と言葉で示します。見出しが異なるときは、正しい行のボタンを押してください。",
  layoutSigns: "記号の意味",
  headerHere: (line: number) => `${count(line)}行目を見出しにする`,
  headerLines: "見出しの行（2段以上のとき）",
  headerHint: "例　6-7",
  headerRead: "この行を見出しにする",
  sheet: "シート",
  sheetRead: "このシートを読む",
  block: "シートの中の表",
  blockRead: "この表を読む",
  mapping: "保存した列の対応",
  mappingRead: "この対応を使う",
  lineKinds: { above: "表の外", header: "見出し", row: "値の行" },
  wordsOf: (name: string) => `${name}: 値の内容`,
  wordsHint:
    "値の列には、指標・性別・年齢・年度・地域を、空白で区切って書き添えられます（例 人口 男 40-49歳 2020年度）。",
  words: "値の内容",
  saveAs: "列の対応の名前",
  saveAsHint: "名前を付けると、ほかのファイルでも選択できます。",
  column: "ファイルの列",
  meaning: "意味",
  sample: "はじめの値",
  whole: "ファイル全体について",
  remember: "この列の対応を次回のために保存する",
  check: "確認する",
  checking: "確認しています…",
  waiting: "この画面を閉じても、続きます。",
  look: "現在の状態を表示する",
  again: "列の対応を変更する",
  cancel: "キャンセル",
  takeAll: "取り込む",
  takeGood: "問題のない行だけを取り込む",
  taking: "取り込んでいます…",
  changes: "変更内容",
  changesDone: "変更された内容",
  nothing: "変更はありません。同じ内容がすでに登録されています。",
  badRows: "修正が必要な行",
  download: "修正が必要な行をダウンロードする",
  downloadHint: "ダウンロードしたファイルを修正し、そのまま送信できます。",
  mendHint: "件数が少ない場合は、下の欄で修正し、もう一度確認できます。元のファイルは変わりません。",
  mendHere: "修正した行を確認し直す",
  mendField: (line: number, column: string) => `${count(line)}行目の${column || "行全体"}`,
  mended: "画面で修正した値",
  was: "修正前",
  now: "修正後",
  line: "行",
  effect: "処理",
  effects: { added: "追加", changed: "更新" },
  value: "値",
  mend: "修正方法",
  nextRows: "続きの行を表示する",
  withdraw: "この取り込みを取り消す",
  withdrawNow: "取り消す",
  withdrawAsks: (
    file: string,
    { added, changed }: Readonly<{ added: number; changed: number }>,
    { published, restores }: Readonly<{ published: boolean; restores: boolean }>,
  ) =>
    [
      `「${file}」で追加した${count(added)}件と更新した${count(changed)}件の取り込みを取り消します。`,
      published ? "公開中の画面からも、すぐに消えます。" : "",
      restores
        ? "取り消してから30日以内は、元に戻せます。"
        : "取り消した後に元に戻すことはできません。必要なときは、同じファイルをもう一度取り込んでください。",
    ].join(""),
  withdrawing: "取り消しています…",
  restore: "取り消した取り込みを元に戻す",
  restoring: "戻しています…",
  list: "これまでの取り込み",
  none: "取り込みの記録はまだありません。",
  noFile: "ファイル名なし",
  more: "以前の取り込みを表示する",
  who: "取り込んだ人",
  when: "日時",
  state: "状態",
  added: "追加",
  changed: "更新",
  rejected: "修正が必要な行",
  moreChanges: (rows: number) => `ほかに${count(rows)}件あります。`,
  received: (columns: number, encoding: string) =>
    encoding === "Excel" ? `${columns}列。` : `${columns}列。文字コードは${encoding}と読みました。`,
  unread: (names: readonly string[]) => `使用しない列: ${names.join("、")}`,
  progress: (read: number, percent: number) => `${count(read)}行まで読みました（${percent}％）`,
  found: (read: number, good: number, bad: number) =>
    bad === 0
      ? `${count(read)}行を読みました。${read === good ? "すべて" : `${count(good)}行を`}取り込めます。`
      : `${count(read)}行を読みました。${count(good)}行は取り込めます。${count(bad)}行に修正が必要な箇所があります。`,
  summary: (added: number, changed: number, unchanged: number) =>
    `追加${count(added)}件・更新${count(changed)}件・変更なし${count(unchanged)}件`,
  questions: "確認が必要なこと",
  questionsLead: (questions: number) =>
    `このファイルだけでは決められないことが${count(questions)}つあります。答えると、もう一度読み直します。`,
  answer: "答えて確認し直す",
  answered: "確認済みの内容",
  places: (places: number, examples: readonly Readonly<{ line: number; column: string; value: string }>[]) =>
    `${count(places)}か所（${examples
      .map(
        ({ line, column, value }) =>
          `${count(line)}行目${column ? `の${column}` : ""}${value ? `「${value}」` : ""}`,
      )
      .join("、")}${places > examples.length ? "など" : ""}）`,
  apart: "次の行や欄は誤りではないため、取り込みの対象から外しました。",
  apartOf: (label: string, rows: number) => `${label}: ${count(rows)}`,
  skipped: (rows: number) => `${count(rows)}行（注記、合計、数値のない行）は取り込みの対象外です。`,
  done: (added: number, changed: number) =>
    added + changed === 0
      ? "取り込みました。変更はありません。"
      : `取り込みました。追加${count(added)}件・更新${count(changed)}件`,
} as const;

/** The name of a form's field for a column of the file. */
export const columnField = (index: number): string => `column-${index}`;
/** That for the words of its figures. */
export const wordsField = (index: number): string => `words-${index}`;

/** What a column tells, by which it is coloured. */
type Tone = "where" | "when" | "who" | "what" | "figure" | "other" | "none";

/** An import as its pages are given it. */
export type ImportShown = Readonly<{
  id: string;
  fileName: string;
  state: "matching" | "checking" | "ready" | "importing" | "done" | "failed" | "cancelled" | "withdrawn";
  stateLabel: string;
  when: string;
  who: string;
  encoding: string;
  /** Why it failed, or what is to be known of the file. */
  problem: string | null;
  note: string | null;
  /** When and by whom it was taken back. */
  withdrawn: string | null;
  /** What may be done with it now. */
  steps: readonly string[];
  columns: readonly Readonly<{
    name: string;
    index: number;
    meaning: string;
    words?: string | undefined;
    options: readonly Readonly<{ value: string; label: string }>[];
    sample: string;
  }>[];
  /** How the file was understood, to be looked at and corrected. */
  layout: Readonly<{
    sheet: string | null;
    sheets: readonly string[];
    table: number;
    tables: readonly string[];
    legend: readonly Readonly<{ sign: string; meaning: string }>[];
    header: string;
    columns: readonly Readonly<{ key: string; label: string; tone: Tone }>[];
    lines: readonly Readonly<{ line: number; kind: "above" | "header" | "row"; cells: readonly string[] }>[];
  }> | null;
  /** The names of mappings that were kept. */
  mappings: readonly string[];
  /** Columns of which no use is made. */
  unread: readonly string[];
  /** What the file leaves open, by the fields of a form. */
  questions: readonly Readonly<{
    field: string;
    ask: string;
    places: number;
    examples: readonly Readonly<{ line: number; column: string; value: string }>[];
    options: readonly Readonly<{ value: string; label: string }>[];
  }>[];
  /** What was asked and answered. */
  answered: readonly Readonly<{ key: string; ask: string; answer: string }>[];
  /** Rows that are no fault and left aside, by kind. */
  apart: readonly Readonly<{ label: string; count: number }>[];
  counts: Readonly<Record<"read" | "added" | "changed" | "unchanged" | "rejected" | "skipped", number>>;
  percent: number;
  /** Bad rows; `field` is where the cell or the whole row can be mended. */
  problems: readonly Readonly<{
    key: string;
    line: number;
    column: string;
    value: string;
    mend: string;
    field: Readonly<{ field: string; value: string }> | null;
  }>[];
  /** Cells that were mended on the page. */
  mended: readonly Readonly<{ key: string; line: number; column: string; was: string; now: string }>[];
  next: string | undefined;
}>;
