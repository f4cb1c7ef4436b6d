import type { Letter } from "#foundation/letters/public.ts";

import { ja } from "./letter.messages.ts";

/** Letters to those who are asked and come. Offices read Japanese, so English is there for workplaces alone. */
export const TO_SUPPORTERS = {
  enquiry: {
    name: "打診（行けるかどうかのおたずね）",
    kind: "question",
    ja: ja(
      "おたずね: 事業所への支援（{number}）",
      "{town}の事業所（{size}人）から依頼がありました。行けるかどうかをお知らせください。",
      "ログインはいりません。次のページで、日ごとに答えられます。",
      "{link}",
      "返事の期限: {deadline}",
      "決め方: {how}",
    ),
  },
  reminder: {
    name: "もう一度のおたずね",
    ja: ja(
      "もう一度おたずねします（{number}）",
      "{town}の事業所（{size}人）からの依頼について、お返事をお待ちしています。",
      "{link}",
      "返事の期限: {deadline}",
    ),
  },
  asked_anew: {
    name: "依頼の変更と、あらためてのおたずね",
    ja: ja(
      "依頼が変わりました。あらためておたずねします（{number}）",
      "{town}の事業所（{size}人）からの依頼の、日にちか内容が変わりました。",
      "お手数ですが、次のページで、もう一度お答えください。前のお返事のうち残っているものは、ページに出ています。",
      "{link}",
      "返事の期限: {deadline}",
    ),
  },
  changed: {
    name: "依頼の変更（行くことが決まったところへ）",
    ja: ja(
      "行き先からの変更（{number}）",
      "{town}の事業所が、人数や連絡先などを直しました。日程は変わりません。次のページで見られます。",
      "{link}",
    ),
  },
  fixed_supporter: {
    name: "日程の決定",
    ja: ja(
      "日程が決まりました（{number}）",
      "お引き受けありがとうございます。{day} に決まりました。",
      "行き先と内容は、次のページで見られます。終わったら、同じページで報告できます。",
      "{link}",
    ),
  },
  released: {
    name: "お礼（今回はお願いしないところへ）",
    kind: "news",
    ja: ja(
      "お返事をありがとうございました（{number}）",
      "{town}の事業所（{size}人）への支援は、今回はほかの機関にお願いすることになりました。",
      "またの機会にお願いいたします。",
    ),
  },
  withdrawn: {
    name: "取り下げ",
    ja: ja(
      "依頼の取り下げ（{number}）",
      "{town}の事業所からの依頼が取り下げられました。予定はなくなりました。",
    ),
  },
  thanks: {
    name: "報告のお礼",
    kind: "news",
    ja: ja(
      "ご支援をありがとうございました（{number}）",
      "{town}の事業所（{size}人）への支援の報告を受け取りました。ありがとうございました。",
      "報告を直すことと、事業所の感想を見ることは、次のページでできます。",
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
      "{town}の事業所（{size}人）からの依頼は、返事を待つ先がなくなったか、行くはずの機関が行けなくなりました。",
      "ほかにたずねる、日を変えるなど、次の進め方を次のページで決めてください（ログインがいります）。",
      "{link}",
    ),
  },
} as const satisfies Record<string, Letter>;
