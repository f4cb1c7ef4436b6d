/** The texts of importing and exporting organisations. */
export const IMPORT = {
  title: "関係機関をファイルから取り込む",
  lead: "名簿の表を送ります。確かめるまで、何も変わりません。",
  fileHint: "「名称」「分野」「所在地域」の列を使います。この画面で受け取ったCSVを直して送ることもできます。",
  exportFile: "関係機関.csv",
  back: "取り込みのページにもどる",
  withdrawLead:
    "新しく登録した機関は終わりにして非公開に戻し、書き換えた機関はもとの内容に戻します。そのあとに直した機関は、そのままです。",
  unknownArea: (word: string) =>
    `「${word}」という地域が見つからないか、いくつもあります。都道府県から書くか（例 島根県浜田市）、コードで書いてください。`,
  whichArea: (word: string, near: readonly string[]) =>
    `「${word}」だけでは1つに決まりません。${near.join("、")} などのどれかを、名前かコードで書いてください。`,
  sameAsLine: (line: number) => `${line}行目と同じ機関です。どちらかを消してください。`,
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
    done: "取り込む関係機関の列を合わせ直した",
    refused: "取り込む関係機関の列を合わせ直そうとした",
  },
  "organisation-import.check": {
    done: "関係機関のファイルを確かめた",
    refused: "関係機関のファイルを確かめようとした",
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
    done: "関係機関の直す行を見た",
    refused: "関係機関の直す行を見ようとした",
  },
  // Of entries that were written under earlier names.
  "organisation.import": {
    done: "関係機関をファイルから取り込んだ",
    refused: "関係機関をファイルから取り込もうとした",
  },
  "organisation.check-import": {
    done: "関係機関のファイルを確かめた",
    refused: "関係機関をファイルから取り込もうとした",
  },
  "organisation.list-rejects": {
    done: "関係機関のファイルを確かめた",
    refused: "関係機関をファイルから取り込もうとした",
  },
} as const;
