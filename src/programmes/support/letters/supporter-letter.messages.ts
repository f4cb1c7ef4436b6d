import type { Letter } from "#foundation/letters/public.ts";

import { ja } from "./letter.messages.ts";

/** Letters to those who are asked and come. Offices read Japanese, so English is there for workplaces alone. */
export const TO_SUPPORTERS = {
  enquiry: {
    name: "打診",
    kind: "question",
    ja: ja(
      "【打診】事業所への支援（{number}）",
      "{town}の事業所（{size}人）から依頼がありました。対応の可否をご回答ください。",
      "ログインは不要です。次のページで、日ごとに答えられます。",
      "{link}",
      "回答期限: {deadline}",
      "決め方: {how}",
    ),
  },
  reminder: {
    name: "再打診",
    ja: ja(
      "再度打診いたします（{number}）",
      "{town}の事業所（{size}人）からの依頼について、ご回答をお待ちしています。",
      "{link}",
      "回答期限: {deadline}",
    ),
  },
  asked_anew: {
    name: "依頼の変更に伴う再打診",
    ja: ja(
      "依頼内容の変更に伴う再打診（{number}）",
      "{town}の事業所（{size}人）からの依頼の、日にちか内容が変わりました。",
      "お手数ですが、次のページで、もう一度お答えください。前のご回答のうち残っているものは、ページに表示されています。",
      "{link}",
      "回答期限: {deadline}",
    ),
  },
  changed: {
    name: "依頼の変更（訪問が決定した機関へ）",
    ja: ja(
      "訪問先からの変更のお知らせ（{number}）",
      "{town}の事業所が、人数や連絡先などを変更しました。日程は変わりません。次のページでご確認いただけます。",
      "{link}",
    ),
  },
  fixed_supporter: {
    name: "日程の決定",
    ja: ja(
      "日程が決まりました（{number}）",
      "お引き受けありがとうございます。{day} に決まりました。",
      "訪問先と内容は、次のページでご確認ください。実施後は、同じページから報告できます。",
      "{link}",
    ),
  },
  released: {
    name: "お礼（今回は依頼しない機関へ）",
    kind: "news",
    ja: ja(
      "ご回答をありがとうございました（{number}）",
      "{town}の事業所（{size}人）への支援は、今回は別の機関に決まりました。",
      "またの機会にご協力をお願いいたします。",
    ),
  },
  withdrawn: {
    name: "取り下げ",
    ja: ja(
      "依頼の取り下げ（{number}）",
      "{town}の事業所からの依頼が取り下げられました。予定は取り消されました。",
    ),
  },
  thanks: {
    name: "報告のお礼",
    kind: "news",
    ja: ja(
      "ご支援をありがとうございました（{number}）",
      "{town}の事業所（{size}人）への支援の報告を受け付けました。ありがとうございました。",
      "報告の変更と事業所の感想の閲覧は、次のページでできます。",
      "{link}",
    ),
  },
} as const satisfies Record<string, Letter>;

export const TO_SECRETARIATS = {
  stalled: {
    name: "次の進め方を決めるお願い",
    kind: "question",
    ja: ja(
      "次の進め方を決めてください（{number}）",
      "{town}の事業所（{size}人）からの依頼は、回答待ちの機関がなくなったか、訪問予定の機関の都合がつかなくなりました。",
      "打診先の追加や日程の変更など、今後の進め方を次のページで決定してください（ログインが必要です）。",
      "{link}",
    ),
  },
} as const satisfies Record<string, Letter>;
