/** Why a national XML or its ZIP is refused, and how to go on. */
export const CDA_STOP = {
  notDocument: (name: string) =>
    `「${name}」は特定健診のXML（HL7 CDA R2）として読み取れません。国の様式で作成し直すよう、提供元に依頼してください。`,
  declared: (name: string) =>
    `「${name}」に文書型宣言（DOCTYPE・ENTITY）があります。安全のため取り込めません。宣言のないXMLを作成するよう、提供元に依頼してください。`,
  tooLong: (name: string) =>
    `「${name}」は1人分の結果として大きすぎます（4MBまで）。正しいファイルか、提供元に確認してください。`,
  tooMuch:
    "ZIPの中のファイルの数または大きさが上限を超えています。ZIPを分割するよう、提供元に依頼してください。",
  archive:
    "ZIPを開けません。暗号化されているか、壊れているか、ファイル名が正しくありません。提供元に確認してください。",
  none: "ZIPに健診結果のXML（DATAフォルダーのh….xml）がありません。",
  identified: (name: string) =>
    `「${name}」に氏名・記号・番号などがあるため、受け取らず、保存もしていません。提供元で「yui checkups hash」を使い、個人キーに置き換えたファイルを受け取ってください。`,
} as const;

/** The columns that a document becomes, beside its items. */
export const CDA_COLUMNS = {
  key: "個人キー",
  examDay: "受診日",
  birth: "生年月日",
  sex: "性別",
  meal: "採血時間（食後）",
} as const;
export const CDA_NOTHING = { notDone: "未実施", notMeasurable: "測定不能" } as const;
