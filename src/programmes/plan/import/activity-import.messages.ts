import type { NotText } from "#platform/files/read-text.ts";

const NOTHING = "何も取り込んでいません。";
const SAVE_AS_CSV = "表計算ソフトで「CSV UTF-8」として保存し、そのファイルを選んでください。";

/** What the table as a whole can't be. */
export const TABLE = {
  none: `CSVのファイルを選ぶか、表を貼り付けてください。`,
  tooLarge: (mb: number) => `ファイルが${mb}MBを超えています。分けて送ってください。${NOTHING}`,
  tooMany: (rows: number, most: number) =>
    `${rows.toLocaleString("ja-JP")}行あります。一度に取り込めるのは${most.toLocaleString("ja-JP")}行までです。分けて送ってください。${NOTHING}`,
  unreadable: {
    empty: `ファイルが空です。見出しと行のある表を選んでください。${NOTHING}`,
    archive: `CSVではなく、Excelのブックか圧縮ファイルです。${SAVE_AS_CSV}${NOTHING}`,
    pdf: `CSVではなく、PDFのファイルです。もとの表を${SAVE_AS_CSV}${NOTHING}`,
    binary: `CSVではありません。${SAVE_AS_CSV}${NOTHING}`,
    "unknown-encoding": `文字を読み取れません。${SAVE_AS_CSV}${NOTHING}`,
  } satisfies Record<NotText, string>,
  noRows: `見出しのほかに行がありません。1行目に見出し、2行目から活動を書いてください。${NOTHING}`,
  openQuote: (line: number) =>
    `${line}行目の引用符（"）が閉じていません。閉じるか、取り除いてください。${NOTHING}`,
  missing: (names: readonly string[]) =>
    `1行目の見出しに${names.map((name) => `「${name}」`).join("と")}がありません。見出しを書いてください。${NOTHING}`,
  twice: (one: string, other: string) =>
    `見出しの「${one}」と「${other}」は同じことを言う列です。片方だけにしてください。${NOTHING}`,
  noHost: "開いた機関を書いてください。表に「主催」の列がありません。",
} as const;

/** What is wrong with a row. */
export const ROW = {
  longer: (heads: number, cells: number) =>
    `列が多すぎます（見出しは${heads}列、この行は${cells}列）。「1,875」のような数は、コンマを取るか引用符で囲んでください。`,
  shorter: (heads: number, cells: number) =>
    `列が足りません（見出しは${heads}列、この行は${cells}列）。行が途中で切れていないか確かめてください。`,
  cut: "読めない文字があります。ファイルが途中で切れていないか確かめてください。",
  kind: "種類がわかりません（例 研修会）。",
  day: "実在する日付を書いてください（例 2009-06-12）。",
  when: "年度（例 2009）か日付（例 2009-06-12）を書いてください。",
  year: "年度を書いてください（例 2009、平成21、H21）。",
  same: (line: number, total: boolean) =>
    total
      ? `${line}行目と年度・種類・主催が同じです。1行にまとめてください。`
      : `${line}行目と日付・種類・名称・主催が同じです。1行にまとめるか、名称を分けてください。`,
} as const;

const n = (count: number) => count.toLocaleString("ja-JP");

/** What the page says of a table that can be read. */
export const IMPORT = {
  /** 40,000行目「参加者数」の「−3」 */
  where: (line: number, column: string | null, value: string) =>
    `${n(line)}行目${column === null ? "" : `「${column}」`}${value === "" ? "" : `の「${value}」`}`,
  done: (added: number, changed: number, same: number) =>
    added + changed === 0
      ? "取り込むものはありませんでした。同じ内容がもう入っています。"
      : `取り込みました。新しく${n(added)}件・書き換え${n(changed)}件・同じまま${n(same)}件`,
  effects: (added: number, changed: number, same: number) =>
    `新しく${n(added)}件・書き換え${n(changed)}件・変わらないもの${n(same)}件`,
  passedOver: (rows: number) => `回数も人数もない${n(rows)}行はとばします。`,
  unread: (names: readonly string[]) => `読まない列: ${names.join("、")}`,
  nothingNew: "取り込むものはありません。同じ内容がもう入っています。",
  nothing: "取り込む行がありません。回数か人数を書いてください。",
} as const;

/** Taking an import back as a whole, and bringing it back. */
export const WITHDRAWAL = {
  list: "これまでの取り込み",
  none: "まだ何も取り込んでいません。",
  noFile: "ファイル名なし",
  effects: (added: number, changed: number) => `新しく${n(added)}件・書き換え${n(changed)}件`,
  withdraw: "この取り込みを取り消す",
  withdrawn: (when: string, who: string) => `${when}${who === "" ? "" : `　${who}が`}取り消しました`,
  look: "取り消した内容を見る",
  restore: "この取り込みを戻す",
  ask: (activities: number) => `${n(activities)}件を取り消す`,
  nothing: "取り消す活動はもうありません。",
  rule: "取り込みのあとに手で直した活動、資料を付けた活動、別の取り込みで書き換えた活動は、残します。要らないものは、活動のページで1件ずつ消せます。",
  untilWhen: (days: number) => `取り消してから${days}日のあいだは、このページで戻せます。`,
  already: "ほかの人が先に取り消しています。",
  elsewhere: "取り込みごと取り消した活動は、取り込みのページで戻せます",
  restored: "取り込みを戻しました。",
  tooLate: (days: number) => `取り消してから${days}日を過ぎたため、戻せません。`,
  /** What becomes of the activities, or became of them. */
  activities: (done: boolean) => ({
    removed: done ? "消した活動" : "消す活動",
    reverted: done ? "もとの値に戻した活動" : "もとの値に戻す活動",
    kept: done ? "あとで変えた活動" : "残す活動",
    gone: "もう消してある活動",
  }),
} as const;
