export const PUBLICATION_WORDS = {
  "edition.list": { done: "公表した統計の一覧を見た", refused: "公表した統計の一覧を見ようとした" },
  "edition.list-changes": {
    done: "公表した統計の更新分を取得した",
    refused: "公表した統計の更新分を取得しようとした",
  },
  "edition.read": { done: "公表した統計を見た", refused: "公表した統計を見ようとした" },
  "edition.withdraw": { done: "公表した統計を取り下げた", refused: "公表した統計を取り下げようとした" },
  "edition.restore": {
    done: "取り下げた統計を再び公表した",
    refused: "取り下げた統計を再び公表しようとした",
  },
};

export const EDITIONS = {
  title: "公表した統計",
  lead: "この地域が公表した統計の版の一覧です。訂正前の版や取り下げた版も、公表時のまま閲覧できます。",
  none: "公表した統計はまだありません。",
  columns: { title: "統計", period: "期間", number: "版", madeOn: "公表日", state: "状態" },
  number: (number: number) => `第${number}版`,
  current: "最新",
  replaced: "新しい版があります",
  withdrawn: "取り下げました",
  hidden:
    "「秘匿」は、個人や事業所が特定されないように公表していない数値です。0や「データなし」とは異なります。",
  hiddenTable: "小さい数が多いため、この表は出していません。",
  zeroHidden: "0件も「秘匿」としています。",
  source: (source: string) => `出典：${source}`,
  files: { csv: "CSVで保存", xlsx: "Excelで保存", json: "JSON", pdf: "PDF" },
  all: "公表した統計の一覧",
  profile: "健康情報を見る",
  latest: "最新の版を表示する",
  saidOn: (number: number, on: string) => `第${number}版　${on}公表`,
} as const;

export const WITHDRAWAL = {
  heading: "この版を取り下げる",
  lead: "数値に誤りがあった場合に取り下げます。取り下げた版は「取り下げました」と表示され、理由とともに公開されます。",
  reason: "取り下げる理由",
  required: "取り下げる理由を入力してください。",
  submit: "取り下げる",
  already: "ほかの人が先に変更しました。画面を再読み込みしてください。",
  restore: "取り下げを取り消し、再び公表する",
  why: (reason: string) => `取り下げた理由：${reason}`,
} as const;

export const FILE_HEADS = {
  ...{ title: "統計", period: "期間", number: "版", table: "表", row: "行", column: "列", value: "値" },
} as const;
