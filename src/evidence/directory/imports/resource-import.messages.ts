export const RESOURCE_IMPORT = {
  title: "地域資源をファイルから取り込む",
  lead: "施設や団体の一覧のファイルを送信します。確認が完了するまで、登録内容は変わりません。",
  fileHint:
    "医療情報ネットの施設票、自治体標準オープンデータセット（医療機関一覧・公共施設一覧など）、保健所の一覧は、公表された形式のまま送信できます。",
  back: "取り込みのページに戻る",
  withdrawLead:
    "新規登録した掲載は終了とし、更新した掲載は元の内容に戻します。その後に変更した掲載は対象外です。",
  list: "地域資源の一覧",
  name: "名称を入力してください。",
  swapped: (latitude: number, longitude: number) =>
    `緯度と経度が逆です（緯度${latitude}、経度${longitude}）。日本の緯度は20～46、経度は122～154です。`,
  outside: "日本の範囲にありません。緯度は20～46、経度は122～154です。",
  pair: "緯度と経度は、両方を数字で入力するか、両方を空欄にしてください。",
  unknownKind: (word: string, names: readonly string[]) =>
    `「${word}」という種類はありません。次から選んで入力してください: ${names.join("、")}。`,
  unknownTopic: (word: string, names: readonly string[]) =>
    `「${word}」というテーマはありません。次から選んで入力してください: ${names.join("、")}。`,
  noKind: "種類の列がありません。列の対応の画面で、全部の行の種類を入力してください。",
  time: "時刻は 09:00 のように入力してください。",
  sameAsLine: (line: number) => `${line}行目と同じ掲載です。いずれかを削除してください。`,
} as const;

export const RESOURCE_HEADS = ["名称", "種類", "所在地"] as const;
