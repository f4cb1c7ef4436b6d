export const PUBLICATION_WORDS = {
  "edition.list": { done: "公表した統計の一覧を見た", refused: "公表した統計の一覧を見ようとした" },
  "edition.read": { done: "公表した統計を見た", refused: "公表した統計を見ようとした" },
  "edition.withdraw": { done: "公表した統計を取り下げた", refused: "公表した統計を取り下げようとした" },
  "edition.restore": {
    done: "取り下げた統計をまた公表した",
    refused: "取り下げた統計をまた公表しようとした",
  },
};

export const EDITIONS = {
  title: "公表した統計",
  lead: "この地域が公表した統計の、これまでの版です。直した版や取り下げた版も、出たときのまま読めます。",
  none: "まだ公表した統計はありません。",
  columns: { title: "統計", period: "期間", number: "版", madeOn: "公表した日", state: "いま" },
  number: (number: number) => `第${number}版`,
  current: "最新",
  replaced: "新しい版があります",
  withdrawn: "取り下げました",
  hidden: "「秘匿」は、だれのことかがわからないように出していない数です。0や「データなし」とは違います。",
  hiddenTable: "小さい数が多いため、この表は出していません。",
  zeroHidden: "0件も「秘匿」としています。",
  source: (source: string) => `出典：${source}`,
  files: { csv: "CSVで保存", xlsx: "Excelで保存", json: "JSON", pdf: "PDF" },
  all: "公表した統計の一覧",
  profile: "健康情報を見る",
  latest: "最新の版を見る",
  saidOn: (number: number, on: string) => `第${number}版　${on}公表`,
} as const;

export const WITHDRAWAL = {
  heading: "この版を取り下げる",
  lead: "数に誤りがあったときに取り下げます。版は「取り下げました」と書いて残ります。理由は、だれでも読めます。",
  reason: "取り下げる理由",
  required: "取り下げる理由を書いてください。",
  submit: "取り下げる",
  already: "ほかの人が先に変えました。画面を開き直してください。",
  restore: "取り下げをやめて、また公表する",
  why: (reason: string) => `取り下げた理由：${reason}`,
} as const;

export const FILE_HEADS = {
  ...{ title: "統計", period: "期間", number: "版", table: "表", row: "行", column: "列", value: "値" },
} as const;
