import type { Language } from "../model/offer.messages.ts";
import type { Letter, Text } from "./letter.messages.ts";

const ja = (subject: string, ...lines: string[]): Text => ({
  subject,
  body: [...lines, "", "{office}", "このメールには返信できません。"].join("\n"),
});
const en = (subject: string, ...lines: string[]): Text => ({
  subject,
  body: [...lines, "", "{office}", "Please do not reply to this mail."].join("\n"),
});

/** The shipped texts; an area may write its own. Offices read Japanese, so English is there for workplaces alone. */
export const SHIPPED: Readonly<Record<Letter, Partial<Record<Language, Text>> & { ja: Text }>> = {
  receipt: {
    ja: ja(
      "依頼を受け付けました（{number}）",
      "ご依頼を受け付けました。受付番号は {number} です。",
      "つづきを見る、日程の変更、取り下げは、次のページからできます。",
      "{link}",
      "このページのアドレス（URL）は、ほかの人に知らせないでください。",
    ),
    en: en(
      "We received your request ({number})",
      "We received your request. Its number is {number}.",
      "Follow it, change it or withdraw it here:",
      "{link}",
      "Please keep this address to yourself.",
    ),
  },
  enquiry: {
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
    ja: ja(
      "もう一度おたずねします（{number}）",
      "{town}の事業所（{size}人）からの依頼について、お返事をお待ちしています。",
      "{link}",
      "返事の期限: {deadline}",
    ),
  },
  asked_anew: {
    ja: ja(
      "依頼が変わりました。あらためておたずねします（{number}）",
      "{town}の事業所（{size}人）からの依頼の、日にちか内容が変わりました。",
      "お手数ですが、次のページで、もう一度お答えください。前のお返事のうち残っているものは、ページに出ています。",
      "{link}",
      "返事の期限: {deadline}",
    ),
  },
  changed: {
    ja: ja(
      "行き先からの変更（{number}）",
      "{town}の事業所が、人数や連絡先などを直しました。日程は変わりません。次のページで見られます。",
      "{link}",
    ),
  },
  fixed_supporter: {
    ja: ja(
      "日程が決まりました（{number}）",
      "お引き受けありがとうございます。{day} に決まりました。",
      "行き先と内容は、次のページで見られます。終わったら、同じページで報告できます。",
      "{link}",
    ),
  },
  fixed_workplace: {
    ja: ja(
      "日程が決まりました（{number}）",
      "{day} に決まりました。来る人と準備していただくものは、次のページで見られます。",
      "{link}",
    ),
    en: en(
      "The date is set ({number})",
      "The date is {day}. See here who comes and what to prepare:",
      "{link}",
    ),
  },
  released: {
    ja: ja(
      "お返事をありがとうございました（{number}）",
      "{town}の事業所（{size}人）への支援は、今回はほかの機関にお願いすることになりました。",
      "またの機会にお願いいたします。",
    ),
  },
  moved: {
    ja: ja(
      "日程が変わりました（{number}）",
      "{day} に変わりました。添付の予定で、カレンダーを書きかえられます。",
      "{link}",
    ),
    en: en(
      "The date has changed ({number})",
      "The new date is {day}. The attached file updates your calendar.",
      "{link}",
    ),
  },
  reopened: {
    ja: ja(
      "日程を組み直します（{number}）",
      "行く予定だった機関の都合がつかなくなりました。日程を組み直して、あらためてお知らせします。",
      "{link}",
    ),
    en: en(
      "We are arranging a new date ({number})",
      "Those who were to come can't. We arrange a new date and tell you.",
      "{link}",
    ),
  },
  withdrawn: {
    ja: ja(
      "依頼の取り下げ（{number}）",
      "{town}の事業所からの依頼が取り下げられました。予定はなくなりました。",
    ),
  },
  place_free: {
    ja: ja(
      "空きが出ました（{number}）",
      "お待ちいただいていた支援に空きが出ました。{deadline} までに、次のページで受けるかどうかをお知らせください。",
      "{link}",
    ),
    en: en(
      "A place is free ({number})",
      "A place is free. Please tell us here by {deadline} whether you take it:",
      "{link}",
    ),
  },
  feedback: {
    ja: ja(
      "いかがでしたか（{number}）",
      "支援を受けていただき、ありがとうございました。2分で終わる感想をお寄せください。",
      "そのあとで使える支援も、同じページで見られます。",
      "{link}",
    ),
    en: en(
      "How was it? ({number})",
      "Thank you. Please tell us in two minutes how it was, and see what else you may use:",
      "{link}",
    ),
  },
  thanks: {
    ja: ja(
      "ご支援をありがとうございました（{number}）",
      "{town}の事業所（{size}人）への支援の報告を受け取りました。ありがとうございました。",
      "報告を直すことと、事業所の感想を見ることは、次のページでできます。",
      "{link}",
    ),
  },
  next_year: {
    ja: ja(
      "ことしも、いかがですか（{number}）",
      "前に支援を受けていただいてから、もうすぐ1年です。次のページで、同じ内容が書き込まれた依頼を開けます。",
      "{link}",
    ),
    en: en(
      "Would you like it again? ({number})",
      "It is nearly a year since we came. This page opens a request that is filled in already:",
      "{link}",
    ),
  },
  stalled: {
    ja: ja(
      "次の進め方を決めてください（{number}）",
      "{town}の事業所（{size}人）からの依頼は、返事を待つ先がなくなったか、行くはずの機関が行けなくなりました。",
      "ほかにたずねる、日を変えるなど、次の進め方を次のページで決めてください（ログインがいります）。",
      "{link}",
    ),
  },
  refused: {
    ja: ja(
      "ご依頼について（{number}）",
      "申し訳ありません。今回はお応えできるところが見つかりませんでした。理由は、事務局にお問い合わせください。",
      "ほかに使える支援と、事務局の連絡先は、次のページで見られます。",
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
    ja: ja(
      "窓口が変わります（{number}）",
      "ご依頼は、これから次の窓口が受け持ちます: {office}",
      "受付番号は変わりません。つづきは次のページで見られます。",
      "{link}",
    ),
    en: en(
      "Another office looks after your request ({number})",
      "Your request is now looked after by: {office}",
      "The number stays the same. Follow it here:",
      "{link}",
    ),
  },
};
