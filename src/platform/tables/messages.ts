import type { Unreadable } from "#platform/files/csv-file.ts";
import type { Column } from "./columns.ts";
import type { ImportState } from "./states.ts";

const count = (value: number): string => value.toLocaleString("ja");
const NOTHING = "何も変わっていません。";

/** One sentence for a file that can't be read at all. Nothing was changed by it. */
export function unreadableSentence({ problem, line }: Unreadable): string {
  switch (problem) {
    case "empty":
      return "ファイルが空です。見出しと行のある表のファイルを選択してください。";
    case "archive":
      return "Excelのブック（xlsx・xls）として開けないか、パスワードのあるブックか、圧縮ファイル（ZIP）か、大きすぎるブックです。Excelで開き、「CSV（コンマ区切り）」で保存し直したファイルを選択してください。";
    case "pdf":
      return "PDFのファイルです。元の表をCSVで保存したファイルを選択してください。";
    case "binary":
      return "表の文字が入っていないファイルです（画像など）。CSVではありません。Excelで開き、「CSV（コンマ区切り）」で保存し直したファイルを選択してください。";
    case "web-page":
      return "ウェブページ（HTML）かXMLのファイルです。CSVで保存し直したファイルを選択してください。";
    case "unknown-encoding":
      return line
        ? `${count(line)}行目に、読めない文字があります。その文字を直してから、もう一度送信してください。`
        : "文字コードが分かりません。UTF-8かShift_JISで保存し直したファイルを選択してください。";
    case "delimiter":
      return "列の区切りが、コンマでもタブでもありません。「CSV（コンマ区切り）」で保存し直したファイルを選択してください。";
    case "long-line":
      return `1行が長すぎます（1MBをこえています）${line ? `（${count(line)}行目）` : ""}。行ごとに改行のあるCSVファイルを選択してください。`;
    case "open-quote":
      return `${line ? `${count(line)}行目の` : ""}引用符（"）が閉じられないまま続いています。閉じてから、もう一度送信してください。`;
  }
}

export const NO_HEADER =
  "列の名前（見出し）の行が見つかりません。1行目に見出しのあるファイルを選択してください。";
export const NO_TABLE =
  "そのシートや行には、見出しのある表がありません。ほかの行かシートを選択してください。";
export const NO_MAPPING = (name: string) => `「${name}」という名前で保存した列の対応はありません。`;
export const NO_COLUMN = (name: string) => `「${name}」という列はありません。`;
export const NO_MEANING = (text: string) =>
  `「${text}」が読めません。指標・性別・年齢・年度・地域を、空白で区切って入力してください（例 人口 男 40-49歳 2020年度）。`;
export const ONE_COLUMN = "列が1つしかありません。コンマかタブで区切られているか確認してください。";
export const NO_ROWS = `見出しのほかに行がありません。1行目に見出し、2行目から内容を入力してください。${NOTHING}`;
export const TOO_MANY = (most: number) =>
  `行が多すぎます。一度に取り込めるのは${count(most)}行までです。分割して送信してください。${NOTHING}`;

/** The name of a form's field for a column of the file. */
export const columnField = (index: number): string => `column-${index}`;
/** The field for the words that hold for every figure of the column. */
export const wordsField = (index: number): string => `words-${index}`;

/** What still has to be said of the columns. */
export const GAP = {
  missing: (columns: readonly Column[]) =>
    `見出しに${columns.map(({ header }) => `「${header}」`).join("か")}がありません。列を選ぶか、見出しを入力してください。`,
  twice: (one: string, other: string) =>
    `見出しの「${one}」と「${other}」は同じ意味の列です。2つのうち片方を「使わない」にしてください。`,
} as const;

/** What is wrong with a whole row. */
export const ROW = {
  longer: (heads: number, cells: number) =>
    `列が多すぎます（見出しは${heads}列、この行は${cells}列）。「1,875」のような数は、コンマを取るか引用符で囲んでください。`,
  shorter: (heads: number, cells: number) =>
    `列が足りません（見出しは${heads}列、この行は${cells}列）。行が途中で切れていないか確認してください。`,
  cut: "読めない文字があります。ファイルが途中で切れていないか確認してください。",
  openQuote: (line: number) =>
    `${count(line)}行目で始まる引用符（"）が閉じていません。閉じるか、ファイルが途中で切れていないか確認してください。`,
} as const;

export const STATE_LABEL: Readonly<Record<ImportState, string>> = {
  matching: "列の対応を設定中です",
  checking: "確認しています",
  ready: "取り込みを待っています",
  importing: "取り込んでいます",
  done: "取り込みました",
  failed: "取り込めませんでした",
  cancelled: "やめました",
  withdrawn: "取り消しました",
};

export const FAILED =
  "処理できなかったため、取り込みを中止しました。値は何も変わっていません。もう一度送信してください。";
export const INTERRUPTED =
  "途中で止まり、元のファイルが残っていません。値は何も変わっていません。もう一度送信してください。";
export const NOT_IN_STATE = (state: ImportState) =>
  `この取り込みは、現在「${STATE_LABEL[state]}」なので、この操作はできません。画面を再読み込みしてください。`;
export const BAD_ROWS = (rows: number) =>
  `${count(rows)}行に修正が必要な箇所があるため、取り込みませんでした。修正するか、問題のない行だけを取り込んでください。`;
export const TOO_MANY_MENDED = (most: number) =>
  `画面で修正できるのは${count(most)}行までです。修正が必要な行をダウンロードし、修正したファイルを送信してください。`;
export const OPEN_QUESTIONS =
  "確認が必要な箇所があるため、取り込みませんでした。質問に答えてから、もう一度取り込んでください。";
export const WITHDRAWN = (when: string, who: string) =>
  `${when}${who === "" ? "" : `　${who}が`}取り消しました。`;
export const ALREADY_WITHDRAWN = "ほかの人が先に取り消しています。";
export const TOO_LATE = (days: number) => `取り消してから${days}日を過ぎたため、戻せません。`;
export const SAME_FILE = (when: string) => `同じファイルを ${when} に取り込んでいます。`;
export const NO_FILE = "ファイルを選択するか、表を貼り付けてください。";
/** What cells are called that came without a file. */
export const PASTED = "貼り付けた表";

/** CP932 is what offices know as Shift_JIS. */
export const encodingLabel = (encoding: string | null): string =>
  encoding === "CP932" ? "Shift_JIS（CP932）" : (encoding ?? "");

/** On the page of today. */
export const TODAY = {
  title: (fileName: string) => `「${fileName}」の取り込み`,
  matching: "列の対応の確認待ちです",
  ready: (rejected: number) =>
    rejected === 0 ? "確認しました。まだ取り込んでいません" : `修正が必要な行 ${count(rejected)}`,
  go: "続ける",
} as const;
