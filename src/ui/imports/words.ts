const count = (value: number): string => value.toLocaleString("ja");

/** The words of the pages on which tables are taken in, the same for whatever they hold. */
export const WORDS = {
  steps: ["ファイル", "列を合わせる", "確かめる", "取り込む"],
  file: "表のファイル",
  fileHint:
    "Excel（xlsx）か、コンマかタブで区切ったファイル。文字コードは自動で見分けます。表の上の題や下の注は、そのままでかまいません。",
  accept:
    ".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  send: "確かめる",
  sending: "送っています…",
  columns: "列の意味",
  columnsLead: "列の名前から読み取った意味です。ちがうところを直してください。",
  column: "ファイルの列",
  meaning: "意味",
  sample: "はじめの値",
  whole: "ファイル全体について",
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
  nothing: "変わるものはありません。同じ内容がもう入っています。",
  badRows: "直すところのある行",
  download: "直す行だけ受け取る",
  downloadHint: "受け取ったファイルを直して、そのまま送れます。",
  line: "行",
  effect: "すること",
  effects: { added: "新しく", changed: "書き換え" },
  value: "値",
  mend: "直し方",
  nextRows: "つづきの行を見る",
  withdraw: "この取り込みを取り消す",
  withdrawing: "取り消しています…",
  restore: "この取り込みを戻す",
  restoring: "戻しています…",
  list: "これまでの取り込み",
  none: "まだ何も取り込んでいません。",
  noFile: "ファイル名なし",
  more: "もっと前のものを見る",
  who: "取り込んだ人",
  when: "日時",
  state: "状態",
  added: "新しい",
  changed: "書き換え",
  rejected: "直す行",
  moreChanges: (rows: number) => `ほかに${count(rows)}件あります。`,
  received: (columns: number, encoding: string) => `${columns}列。文字コードは${encoding}と読みました。`,
  unread: (names: readonly string[]) => `読まない列: ${names.join("、")}`,
  progress: (read: number, percent: number) => `${count(read)}行まで読みました（${percent}％）`,
  found: (read: number, good: number, bad: number) =>
    bad === 0
      ? `${count(read)}行を読みました。すべて取り込めます。`
      : `${count(read)}行を読みました。${count(good)}行は取り込めます。${count(bad)}行に直すところがあります。`,
  summary: (added: number, changed: number, unchanged: number) =>
    `新しく${count(added)}件・書き換え${count(changed)}件・変わらないもの${count(unchanged)}件`,
  skipped: (rows: number) => `何も言っていない${count(rows)}行（注や、数のない行）はとばします。`,
  done: (added: number, changed: number) =>
    added + changed === 0
      ? "取り込みました。変わったものはありません。"
      : `取り込みました。新しく${count(added)}件・書き換え${count(changed)}件`,
} as const;

/** The name of a form's field for a column of the file. */
export const columnField = (index: number): string => `column-${index}`;

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
  /** What may be done with it now. */
  steps: readonly string[];
  columns: readonly Readonly<{
    name: string;
    index: number;
    meaning: string;
    options: readonly Readonly<{ value: string; label: string }>[];
    sample: string;
  }>[];
  /** Columns of which no use is made. */
  unread: readonly string[];
  counts: Readonly<Record<"read" | "added" | "changed" | "unchanged" | "rejected" | "skipped", number>>;
  percent: number;
  problems: readonly Readonly<{ key: string; line: number; column: string; value: string; mend: string }>[];
  next: string | undefined;
}>;
