export const FIELD_NAMES: Readonly<Record<string, string>> = {
  name: "名称",
  phone: "電話番号",
  fax: "FAX番号",
  address: "所在地",
  website: "ホームページ",
  hours: "受付時間・曜日",
};

export const FACTS = {
  title: "掲載している連絡先",
  lead: "印刷した時点の内容です。関係機関の登録が変わると「要差し替え」になり、配布先に通知します。",
  none: "掲載内容の登録がありません。登録すると、電話番号などに変更があったときに通知されます。",
  what: "掲載内容",
  printed: "印刷した内容",
  now: "現在の内容",
  gone: "（終了または非公開）",
  choose: "機関・相談先",
  fields: "掲載した項目",
  add: "掲載内容を追加する",
  remove: "外す",
  renew: "現在の内容で印刷済みにする",
} as const;

/** What is chosen from may bear the name of an office and of its entry. */
export const choiceName = ({ source, label }: Readonly<{ source: string; label: string }>): string =>
  source === "entry" ? `${label}（地域資源）` : label;

/** 浜田地域産業保健センター 電話番号 */
export const factName = ({ label, field }: Readonly<{ label: string; field: string }>): string =>
  `${label} ${FIELD_NAMES[field] ?? field}`;
