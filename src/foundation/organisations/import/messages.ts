/** The texts of importing and exporting organisations. */
export const IMPORT = {
  title: "関係機関をCSVから取り込む",
  lead: "名簿の表をCSVで保存して送ります。確かめるまで、何も変わりません。",
  file: "CSVファイル",
  fileHint:
    "見出しに「名称」「分野」「所在地域」が必要です。この画面で受け取ったCSVを直して送ることもできます。文字コードは自動で見分けます。",
  check: "確かめる",
  checking: "確かめています…",
  apply: "取り込む",
  applyGood: "よい行だけ取り込む",
  applying: "取り込んでいます…",
  cancel: "やめる",
  another: "別のファイルを選ぶ",
  rejected: "直す行だけ受け取る",
  rejectedFile: "関係機関_直す行.csv",
  mendColumn: "直し方",
  toMend: "直すところのある行",
  toChange: "変わるもの",
  line: "行",
  column: "列",
  value: "値",
  name: "名称",
  mend: "直し方",
  effect: "すること",
  fields: "変わる項目",
  insert: "新しく登録",
  update: "書き換え",
  nothing: "変わるものはありません。同じ内容がもう登録されています。",
  more: (count: number) => `ほかに${count}件あります。`,
  summary: (rows: number, errors: number) =>
    errors === 0
      ? `${rows}行を読みました。すべて取り込めます。`
      : `${rows}行を読みました。${rows - errors}行は取り込めます。${errors}行に直すところがあります。`,
  effects: (inserted: number, updated: number, unchanged: number) =>
    `新しく登録 ${inserted}件・書き換え ${updated}件・変わらないもの ${unchanged}件`,
  done: (inserted: number, updated: number) =>
    `取り込みました。新しく登録 ${inserted}件・書き換え ${updated}件`,
  noFile: "CSVファイルを選んでください。",
  tooLarge: "ファイルが5MBを超えています。分けて送ってください。何も変わっていません。",
  tooMany: (most: number) => `行が多すぎます。${most}行までに分けて送ってください。何も変わっていません。`,
  unreadable: {
    empty: "ファイルが空です。見出しと行のあるCSVを送ってください。何も変わっていません。",
    archive:
      "圧縮ファイルかExcelのファイルです。表計算ソフトで「CSV」として保存し直して送ってください。何も変わっていません。",
    pdf: "PDFのファイルです。もとの表をCSVで保存して送ってください。何も変わっていません。",
    binary: "文字のファイルではありません。CSVで保存して送ってください。何も変わっていません。",
    "unknown-encoding":
      "文字を読み取れません。「CSV UTF-8」で保存し直して送ってください。何も変わっていません。",
  },
  broken:
    '引用符（"）が閉じていないか、1行が長すぎて、表として読めません。表計算ソフトで保存し直して送ってください。何も変わっていません。',
  missingColumns: (names: readonly string[]) =>
    `見出しに${names.map((name) => `「${name}」`).join("")}がありません。1行目に見出しを書いてください。何も変わっていません。`,
  columnTwice: (name: string) => `見出し「${name}」が2つあります。1つにしてください。何も変わっていません。`,
  unknownArea: (word: string) =>
    `「${word}」という地域が見つからないか、いくつもあります。都道府県から書くか（例 島根県浜田市）、コードで書いてください。`,
  whichArea: (word: string, near: readonly string[]) =>
    `「${word}」だけでは1つに決まりません。${near.join("、")} などのどれかを、名前かコードで書いてください。`,
  sameAsLine: (line: number) => `${line}行目と同じ機関です。どちらかを消してください。`,
  nothingRejected: "直す行はありません。",
} as const;
