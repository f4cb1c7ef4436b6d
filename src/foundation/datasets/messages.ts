import { carriedOut, looked } from "#platform/kernel/audit-words.ts";

export const CLIENT_WORDS = {
  "api-client.list": looked("データ連携の一覧"),
  "api-client.make": carriedOut("データ連携の鍵を発行"),
  "api-client.end": carriedOut("データ連携の鍵を無効に"),
};

export const CLIENTS = {
  title: "データ連携（API）",
  lead: "ほかのシステムが、公開していないデータを読み取るための鍵を発行します。読み取りのみで、書き込みはできません。",
  name: "連携先",
  nameHint: "例: 県庁グループウェア",
  datasets: "読み取れるデータ",
  submit: "鍵を発行する",
  made: (name: string) => `「${name}」の鍵を発行しました。この画面でだけ表示します。`,
  how: "要求のヘッダーに Authorization: Bearer に続けて鍵を指定します。",
  none: "発行した鍵はありません。",
  noDatasets: "鍵で読み取れるデータはありません。",
  end: "無効にする",
  columns: { name: "連携先", datasets: "データ", madeAt: "発行日時" },
  list: "発行した鍵",
  open: { title: "公開しているデータ", lead: "鍵は不要です。", catalogue: "データカタログ（JSON）" },
  errors: {
    name: "連携先を80文字以内で入力してください。",
    datasets: "読み取れるデータを1つ以上選択してください。",
  },
};
