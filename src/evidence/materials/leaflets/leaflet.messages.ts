import type { Template } from "../model/material-kinds.schema.ts";

type Texts = Readonly<Record<"title" | "lead" | "body", string>>;

/** What each template begins with; all of it may be changed before the leaflet is printed. Texts of our own. */
export const TEMPLATE_TEXTS: Readonly<Record<Template, Texts>> = {
  strain: {
    title: "頑張っているあなたへ",
    lead: "眠れない、食欲がない、仕事に行くのがつらい。そんな日が2週間続いたら、体と心が休みを求めているサインかもしれません。",
    body: "一人で抱えず、話してみませんか。相談は無料で、秘密は守られます。\nご家族や職場の方からのご相談もお受けします。",
  },
  resources: {
    title: "職場の健康づくりを無料でお手伝いします",
    lead: "従業員50人未満の事業場は、地域産業保健センターの支援を無料でご利用いただけます。",
    body: "・健康診断の結果について医師の意見を聞く\n・長時間働いた方の医師による面接指導\n・働く人の心と体の健康相談\n・保健師などによる職場訪問",
  },
  map: {
    title: "職場の健康づくり 情報マップ",
    lead: "健康診断、相談、研修、運動や食事の教室。地域のどこに頼めるかをまとめました。",
    body: "事業主の方、健康管理のご担当の方は、次の窓口にお気軽にお問い合わせください。",
  },
  awards: {
    title: "健康づくりに取り組む事業所のご紹介",
    lead: "働く人の健康づくりに積極的に取り組み、表彰された事業所をご紹介します。",
    body: "事業所名と取組の内容を入力してください。",
  },
};

export const LEAFLET = {
  title: "リーフレットを作成する",
  lead: "ひな形の文章を編集し、掲載する機関・相談先を選択します。保存すると、画面と印刷用PDFで校正できます。",
  template: "ひな形",
  use: "このひな形を使う",
  language: "言語",
  label: "版の名前",
  heading: "見出し",
  first: "はじめの文",
  body: "本文",
  foot: "発行",
  contacts: "掲載する機関・相談先",
  contactsHint:
    "名称・電話番号・所在地を、登録されている内容から掲載します。相談電話と地域資源は、受付時間・利用できる曜日も掲載します。",
  save: "保存して校正する",
  proof: "校正",
  proofLead: "印刷の前に、電話番号・受付時間・日付をもう一度ご確認ください。公開は、版の編集画面で行います。",
  print: "印刷用PDF（塗り足し・トンボ付き）",
  screen: "画面用PDF",
  unchecked: "印刷前に確認が必要な番号",
  contactsTitle: "ご相談・お問い合わせ",
  code: "この資料のホームページ",
  asOf: (day: string) => `${day}現在`,
} as const;
