export const AGREEMENT_LABELS = {
  provider: "提供元の名称",
  kind: "提供元の種類",
  ground: "提供の根拠",
  groundText: "根拠の条文・契約・通知",
  items: "提供を受ける項目",
  smallest: "表示できる最小の人数",
  combine: "集計で組み合わせてよいもの",
  yearsKept: "保存期間（受診した年度の終わりから）",
  fromDay: "開始日",
  untilDay: "終了日",
} as const;

export const AGREEMENT_ERRORS = {
  order: "終了日は、開始日より後の日にしてください。",
  none: "提供元の取り決めを選択してください。取り決めのないファイルは取り込めません。",
  notInForce: (provider: string) =>
    `「${provider}」の取り決めは、本日は有効ではありません。期間を確認し、更新してから取り込んでください。`,
} as const;

export const PROVIDER_LABELS = {
  nhi: "市町村国保・国保組合",
  "late-elderly": "後期高齢者医療広域連合",
  employees: "協会けんぽ・健康保険組合",
  mutual: "共済組合",
  employer: "事業者",
} as const;
export const GROUND_LABELS = {
  law: "法令",
  entrustment: "委託",
  "joint-use": "共同利用",
  consent: "本人の同意",
  anonymised: "匿名加工",
} as const;
export const ITEM_LABELS = {
  body: "身体計測",
  pressure: "血圧",
  blood: "血液検査",
  urine: "尿検査",
  findings: "心電図・胸部X線などの所見",
  questionnaire: "質問票",
  judgement: "判定",
  municipality: "居住する市町村",
  workplace: "事業場の規模・業種",
} as const;
export const COMBINATION_LABELS = {
  municipality: "市町村",
  "workplace-size": "事業場の規模",
} as const;

export const AGREEMENT_PAGE = {
  title: "健診データの提供の取り決め",
  lead: "提供元ごとに、根拠・項目・表示できる最小の人数・期間を登録します。取り決めのないファイルは取り込めません。",
  none: "取り決めはまだ登録されていません。",
  add: "取り決めを登録する",
  edit: "取り決めを変更する",
  save: "登録する",
  end: "取り決めを終了する",
  endNow: "終了する",
  ending: "終了しています…",
  endAsks: (provider: string) =>
    `${provider}との取り決めを本日で終了します。新しいファイルは取り込めなくなり、元に戻せません。公表した版と取り込んだ結果は残ります。`,
  ended: "終了",
  inForce: "有効",
  notInForce: "期間外",
  renewHint:
    "取り決めを更新したときは、新しく登録せず、この日を延ばしてください。別に登録すると、前の年度との比較や重複の確認が、同じ提供元として行われません。",
  yearsHint: "この年数を過ぎた結果は、下のボタンで消去できます。公表した版は残ります。",
  erase: "保存期間を過ぎた結果を消去する",
  eraseNow: "消去する",
  due: (records: number, year: string) =>
    `${year}より前の健診結果が${records.toLocaleString("ja")}件あり、保存期間を過ぎています。消去すると元に戻せません。`,
  years: (years: number) => `${years}年`,
  persons: (smallest: number) => `${smallest}人`,
} as const;
