import { SECTOR_NAMES } from "../sector.messages.ts";

/** The texts of importing and exporting organisations. */
export const IMPORT = {
  title: "関係機関をファイルから取り込む",
  lead: "名簿のファイルを送信します。確認が完了するまで、登録内容は変わりません。",
  fileHint:
    "施設の一覧は、公表されたままのファイルを送信できます。分野と所在地域は、列がなければ次の画面で入力します。関係機関の一覧からダウンロードしたCSVを修正して送信することもできます。",
  exportFile: "関係機関.csv",
  back: "取り込みのページに戻る",
  withdrawLead:
    "新規登録した機関は活動終了・非公開とし、更新した機関は元の内容に戻します。その後に変更した機関は対象外です。",
  restoreLead:
    "取り込んだ内容に戻します。取り消した後に変更した機関は対象外です。取り消してから30日まで戻せます。",
  unknownArea: (word: string) =>
    `「${word}」という地域が見つからないか、いくつもあります。都道府県から入力するか（例 島根県浜田市）、コードで入力してください。`,
  whichArea: (word: string, near: readonly string[]) =>
    `「${word}」だけでは1つに決まりません。${near.join("、")} などのいずれかを、名前かコードで入力してください。`,
  noPlace:
    "住所から市区町村が分かりません。都道府県か市区町村から書くか、列の対応の画面で全部の行の所在地域を入力してください。",
  largerHome: (name: string) =>
    `担当する圏域の関係機関は、圏域の名前で登録します。所在地域に「${name}」と入力してください。`,
  unknownSector: `分野を次から選んで入力してください: ${Object.values(SECTOR_NAMES)
    .map(({ ja }) => ja)
    .join("、")}。`,
  sameAsLine: (line: number) => `${line}行目と同じ機関です。いずれかを削除してください。`,
} as const;

/** How a row is shown before it is taken in. */
export const HEADS = ["名称", "変わる項目"] as const;

/** What was done with a file of organisations, for the log that a person reads. */
export const ORGANISATION_IMPORT_WORDS = {
  "organisation-import.begin": {
    done: "関係機関の取り込みを始めた",
    refused: "関係機関の取り込みを始めようとした",
  },
  "organisation-import.match": {
    done: "取り込む関係機関の列の対応を変更した",
    refused: "取り込む関係機関の列の対応を変更しようとした",
  },
  "organisation-import.check": {
    done: "関係機関のファイルを確認した",
    refused: "関係機関のファイルを確認しようとした",
  },
  "organisation-import.take": {
    done: "関係機関をファイルから取り込んだ",
    refused: "関係機関をファイルから取り込もうとした",
  },
  "organisation-import.cancel": {
    done: "関係機関の取り込みをやめた",
    refused: "関係機関の取り込みをやめようとした",
  },
  "organisation-import.withdraw": {
    done: "関係機関の取り込みを取り消した",
    refused: "関係機関の取り込みを取り消そうとした",
  },
  "organisation-import.restore": {
    done: "取り消した関係機関の取り込みを元に戻した",
    refused: "取り消した関係機関の取り込みを元に戻そうとした",
  },
  "organisation-import.run": {
    done: "関係機関の取り込みの作業を進めた",
    refused: "関係機関の取り込みの作業を進めようとした",
  },
  "organisation-import.fail": {
    done: "関係機関の取り込みの作業を止めた",
    refused: "関係機関の取り込みの作業を止めようとした",
  },
  "organisation-import.list": {
    done: "関係機関の取り込みの一覧を見た",
    refused: "関係機関の取り込みの一覧を見ようとした",
  },
  "organisation-import.read": {
    done: "関係機関の取り込みを見た",
    refused: "関係機関の取り込みを見ようとした",
  },
  "organisation-import.read-rejected": {
    done: "関係機関の修正が必要な行を見た",
    refused: "関係機関の修正が必要な行を見ようとした",
  },
  // Of entries that were written under earlier names.
  "organisation.import": {
    done: "関係機関をファイルから取り込んだ",
    refused: "関係機関をファイルから取り込もうとした",
  },
  "organisation.check-import": {
    done: "関係機関のファイルを確認した",
    refused: "関係機関をファイルから取り込もうとした",
  },
  "organisation.list-rejects": {
    done: "関係機関のファイルを確認した",
    refused: "関係機関をファイルから取り込もうとした",
  },
} as const;
