import type { Letter } from "#foundation/letters/public.ts";

import { en, GREETING, ja } from "./letter.messages.ts";

/** Letters to workplaces. None names a topic or a finding: the link shows them. */
export const TO_WORKPLACES = {
  receipt: {
    name: "受付のお知らせ",
    ja: ja(
      "お申し込みを受け付けました（{number}）",
      GREETING,
      "ご依頼を受け付けました。受付番号は {number} です。",
      "状況の確認、日程の変更、取り下げは、次のページからお手続きいただけます。",
      "{link}",
      "このページのアドレス（URL）は、ほかの方に知らせないでください。",
    ),
    en: en(
      "We received your request ({number})",
      "We received your request. Its number is {number}.",
      "Follow it, change it or withdraw it here:",
      "{link}",
      "Please keep this address to yourself.",
    ),
  },
  fixed_workplace: {
    name: "日程の決定",
    ja: ja(
      "日程が決まりました: {day}（{number}）",
      GREETING,
      "お申し込みの件は、次の日時に決まりました。",
      "",
      "日時: {day}",
      "実施場所: {purpose}",
      "",
      "訪問する機関とご準備いただくものは、次のページでご確認ください。添付ファイルを開くと、予定をカレンダーに登録できます。",
      "{link}",
    ),
    en: en(
      "The date is set ({number})",
      "The date is {day}. See here who comes and what to prepare:",
      "{link}",
    ),
  },
  place_free: {
    name: "空きの案内",
    ja: ja(
      "空きが出ました・{deadline}まで（{number}）",
      GREETING,
      "お待ちいただいていた支援に空きが出ました（{day}）。{deadline} までに、次のページで受けるかどうかをお知らせください。",
      "{link}",
    ),
    en: en(
      "A place is free ({number})",
      "A place is free on {day}. Please tell us here by {deadline} whether you take it:",
      "{link}",
    ),
  },
  feedback: {
    name: "感想のお願い",
    kind: "news",
    ja: ja(
      "アンケートのお願い（{number}）",
      GREETING,
      "支援をご利用いただき、ありがとうございました。2分ほどのアンケートにご協力ください。",
      "そのあとで使える支援も、同じページでご確認いただけます。",
      "{link}",
    ),
    en: en(
      "How was it? ({number})",
      "Thank you. Please tell us in two minutes how it was, and see what else you may use:",
      "{link}",
    ),
  },
  next_year: {
    name: "来年のお知らせ",
    ja: ja(
      "【ご案内】今年も支援をご利用ください（{number}）",
      GREETING,
      "前に支援を受けていただいてから、もうすぐ1年です。次のページで、同じ内容を入力済みの申込画面を開けます。",
      "{link}",
    ),
    en: en(
      "Would you like it again? ({number})",
      "It is nearly a year since we came. This page opens a request that is filled in already:",
      "{link}",
    ),
  },
  refused: {
    name: "対応できないお知らせ",
    ja: ja(
      "ご依頼について（{number}）",
      GREETING,
      "誠に申し訳ございませんが、今回はご希望に沿える機関が見つかりませんでした。詳しくは、下記の窓口までお問い合わせください。",
      "ほかに使える支援と、事務局の連絡先は、次のページでご確認いただけます。",
      "{link}",
    ),
    en: en(
      "About your request ({number})",
      "We are sorry: nobody could help this time. Please ask our office for the reason.",
      "What else you may use, and how to reach us:",
      "{link}",
    ),
  },
  passed: {
    name: "窓口の変更",
    ja: ja(
      "窓口が変わります（{number}）",
      GREETING,
      "ご依頼は、これから次の窓口が受け持ちます: {office}",
      "受付番号は変わりません。状況は次のページでご確認いただけます。",
      "{link}",
    ),
    en: en(
      "Another office looks after your request ({number})",
      "Your request is now looked after by: {office}",
      "The number stays the same. Follow it here:",
      "{link}",
    ),
  },
} as const satisfies Record<string, Letter>;

/** Letters to workplaces and supporters alike. */
export const TO_BOTH = {
  moved: {
    name: "日程の変更",
    ja: ja(
      "日程が変わりました: {day}（{number}）",
      GREETING,
      "次の日時に変わりました。",
      "",
      "日時: {day}",
      "実施場所: {purpose}",
      "",
      "添付ファイルを開くと、カレンダーの予定が更新されます。",
      "{link}",
    ),
    en: en(
      "The date has changed ({number})",
      "The new date is {day}. The attached file updates your calendar.",
      "{link}",
    ),
  },
  reopened: {
    name: "日程の再調整",
    ja: ja(
      "日程を再調整します（{number}）",
      GREETING,
      "訪問予定の機関の都合がつかなくなりました。日程を再調整し、あらためてお知らせします。",
      "{link}",
    ),
    en: en(
      "We are arranging a new date ({number})",
      "Those who were to come can't. We arrange a new date and tell you.",
      "{link}",
    ),
  },
} as const satisfies Record<string, Letter>;
