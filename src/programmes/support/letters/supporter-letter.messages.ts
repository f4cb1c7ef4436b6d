import type { Letter } from "#foundation/letters/public.ts";
import { GREETING, ja } from "./letter.messages.ts";

/** Letters to those who are asked and come. Offices read Japanese, so English is there for workplaces alone. */
export const TO_SUPPORTERS = {
  enquiry: {
    name: "打診",
    kind: "question",
    ja: ja(
      "【打診】{town}の事業所への支援・{deadline}まで（{number}）",
      GREETING,
      "{town}の事業所（{size}人）から支援の依頼がありました。ご都合をお聞かせください。",
      "",
      "候補日時: {days}",
      "実施場所: {purpose}（{town}）",
      "回答期限: {deadline}",
      "決定方法: {how}",
      "",
      "次のページから、日時ごとにご回答いただけます（ログイン不要・約1分）。見送る場合も、同じページからお知らせください。",
      "{link}",
    ),
  },
  reminder: {
    name: "再打診",
    ja: ja(
      "【再度のお願い】{town}の事業所への支援・{deadline}まで（{number}）",
      GREETING,
      "{town}の事業所（{size}人）への支援について、ご回答をお待ちしています。",
      "",
      "候補日時: {days}",
      "回答期限: {deadline}",
      "",
      "{link}",
    ),
  },
  asked_anew: {
    name: "依頼の変更に伴う再打診",
    ja: ja(
      "【再度のご確認・{deadline}まで】依頼内容の変更に伴う再打診（{number}）",
      GREETING,
      "{town}の事業所（{size}人）からの依頼の、日時または内容が変わりました。お手数ですが、もう一度ご回答ください。前回のご回答のうち有効なものは、ページに表示されています。",
      "",
      "候補日時: {days}",
      "回答期限: {deadline}",
      "",
      "{link}",
    ),
  },
  changed: {
    name: "依頼の変更（訪問が決定した機関へ）",
    ja: ja(
      "訪問先からの変更のお知らせ（{number}）",
      GREETING,
      "{day} に訪問いただく{town}の事業所が、人数や連絡先などを変更しました。日時に変更はありません。次のページでご確認ください。",
      "{link}",
    ),
  },
  fixed_supporter: {
    name: "日程の決定",
    ja: ja(
      "日程が決まりました: {day} {town}の事業所（{number}）",
      GREETING,
      "お引き受けいただき、ありがとうございます。次の日時に決定しました。",
      "",
      "実施日時: {day}",
      "実施場所: {purpose}（{town}）",
      "",
      "訪問先の住所・連絡先と依頼の内容は、次のページでご確認ください。実施後のご報告も、同じページから行えます。添付ファイルを開くと、予定をカレンダーに登録できます。",
      "{link}",
    ),
  },
  released: {
    name: "お礼（回答した機関へ・今回は見送り）",
    kind: "news",
    ja: ja(
      "ご回答ありがとうございました（{number}）",
      GREETING,
      "{town}の事業所（{size}人）への支援について、ご多用のところご回答いただき、ありがとうございました。今回は、ほかの機関に決定しました。",
      "またの機会にご協力をお願いいたします。",
    ),
  },
  declined: {
    name: "お礼（辞退した機関へ）",
    kind: "news",
    ja: ja(
      "ご連絡ありがとうございました（{number}）",
      GREETING,
      "{town}の事業所（{size}人）への支援について、ご都合をお知らせいただき、ありがとうございました。この件の調整は終了しました。",
      "またの機会にご協力をお願いいたします。",
    ),
  },
  not_needed: {
    name: "調整の終了（未回答の機関へ）",
    kind: "news",
    ja: ja(
      "【ご回答は不要になりました】事業所への支援（{number}）",
      GREETING,
      "ご都合を伺っていた{town}の事業所（{size}人）への支援は、調整を終了しました。ご回答は不要です。",
      "またの機会にご協力をお願いいたします。",
    ),
  },
  withdrawn: {
    name: "取り下げ",
    ja: ja(
      "【依頼の取り下げ】{town}の事業所（{number}）",
      GREETING,
      "{town}の事業所からの依頼が取り下げられましたので、予定を取り消します。ご調整いただき、ありがとうございました。",
      "取り消した日時: {day}",
    ),
  },
  thanks: {
    name: "報告のお礼",
    kind: "news",
    ja: ja(
      "ご支援をありがとうございました（{number}）",
      GREETING,
      "{town}の事業所（{size}人）への支援のご報告を受け付けました。ご協力ありがとうございました。",
      "報告の修正と事業所の感想の確認は、次のページから行えます。",
      "{link}",
    ),
  },
} as const satisfies Record<string, Letter>;

export const TO_SECRETARIATS = {
  stalled: {
    name: "次の進め方を決めるお願い",
    kind: "question",
    ja: ja(
      "【要対応】今後の進め方を決定してください（{number}）",
      "{town}の事業所（{size}人）からの依頼は、回答待ちの機関がなくなったか、派遣予定の機関の都合がつかなくなりました。",
      "打診先の追加や日程の変更など、今後の進め方を次のページで決定してください（ログインが必要です）。",
      "{link}",
    ),
  },
} as const satisfies Record<string, Letter>;
