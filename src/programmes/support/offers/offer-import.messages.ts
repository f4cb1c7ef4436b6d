/** The texts of bringing offers in from a file. */
export const OFFER_IMPORT = {
  title: "支援メニューをファイルから取り込む",
  lead: "支援メニューの一覧の表を送信します。確認が完了するまで、登録内容は変わりません。",
  fileHint: "「名前」「機関名」「種類」の列を使います。ひな形に入力して送信することもできます。",
  template: "支援メニューのひな形",
  templateOf: (kind: "csv" | "xlsx") => `ひな形をダウンロードする（${kind === "csv" ? "CSV" : "Excel"}）`,
  link: "ファイルから取り込む",
  back: "取り込みのページに戻る",
  offers: "支援メニューの一覧へ",
  withdrawLead:
    "新規登録した支援メニューは受け入れを終えて非公開とし、更新したものは元の内容に戻します。その後に変更したものは対象外です。",
  noOrganisation: (name: string) =>
    `「${name}」という関係機関が、この地域に登録されていません。先に関係機関に登録するか、名前を確認してください。`,
  unknown: (word: string, names: readonly string[]) =>
    `「${word}」は使えません。次から選んで入力してください: ${names.join("、")}。`,
  days: "曜日を「月水金」「平日」「第2・第4木曜」のように入力してください。",
  yesOrNo: "「はい」か「いいえ」で入力してください。",
  same: (line: number) => `${line}行目と名前・機関名が同じです。1行にまとめるか、名前を分けてください。`,
} as const;

/** How a row is shown before it is taken in. */
export const OFFER_HEADS = ["名前", "機関名", "種類"] as const;

const did = (what: string, done: string, tried: string) => ({
  done: `支援メニューの取り込み${what}${done}`,
  refused: `支援メニューの取り込み${what}${tried}うとした`,
});
export const OFFER_IMPORT_WORDS = {
  "offer-import.begin": did("を", "始めた", "始めよ"),
  "offer-import.match": did("の列の対応を", "変更した", "変更しよ"),
  "offer-import.check": did("の表を", "確認した", "確認しよ"),
  "offer-import.take": did("を", "行った", "行お"),
  "offer-import.cancel": did("を", "やめた", "やめよ"),
  "offer-import.withdraw": did("を", "取り消した", "取り消そ"),
  "offer-import.run": did("の作業を", "進めた", "進めよ"),
  "offer-import.fail": did("の作業を", "止めた", "止めよ"),
  "offer-import.list": did("の一覧を", "見た", "見よ"),
  "offer-import.read": did("を", "見た", "見よ"),
  "offer-import.read-rejected": did("の修正が必要な行を", "見た", "見よ"),
  "offer-import.list-under-way": did("の途中のものを", "数えた", "数えよ"),
} as const;
