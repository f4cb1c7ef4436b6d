import type { Answer, EnquiryState } from "./enquiry.rules.ts";

export const TEXTS = {
  needs: "だれが何人いるかを、1人以上で書いてください。",
  noSlots: "いつかを1つ以上書いてください。事業所が「おまかせ」のときは、こちらから日を出します。",
  slotsFixed: "返事がもう届いています。日を変えるときは「候補の日を変える」を使ってください。",
  sameSlots: "いまと同じ日です。変える日を書いてください。",
  nobody: "たずねる先を1つ以上選んでください。もうたずねたところは選べません。",
  answer: "それぞれの日に答えるか、ほかの案を書いてください。",
  decided: "お返事ありがとうございます。この件は、もう決まりました。",
  notTeam: {
    enough: "必要な人がそろっていません。ほかの機関にもたずねるか、必要な人を直してください。",
    partner: "共同の提供は、いっしょに行う機関もみな選んでください。",
    able: "その日に行けると答えていない人が入っています。電話で聞いたときは、先に返事を書き入れてください。",
  },
  chooseSlot: "決める日を選んでください。",
  pastDay: "過ぎた日には決められません。",
  reason: "理由を選んでください。",
} as const;

export const ENQUIRIES = {
  short: "返事を待つ先がなくなりましたが、必要な人がそろっていません。",
  shortMend:
    "もう一度たずねる、ほかにもたずねる、候補の日を変える、必要な人を直す、のどれかで進めてください。どれもできないときは、理由をつけて返します。",
  retract: "報告を取り下げる",
  retractLead:
    "行われなかったなど、報告がまちがいのときに使います。計画の活動から外れ、日程が決まったところに戻ります。",
  byHand: "来る人を自分で選んで決める",
  byHandSubmit: "選んだ人で決める",
  when: "いつ",
  who: "だれが",
  times: "候補の日を変える",
  timesLead: "同じ日への返事は残ります。新しい日に答えていないところには、もう一度たずねます。",
  slots: "候補の日",
  slotsHint: "3つまで書けます。",
  slotsNone:
    "候補日を書いてください。3つまで書けます。事業所の希望は「おまかせ」なので、候補日がないと、まだたずねられません。",
  slot: "候補{n}の日",
  timesSubmit: "この日でたずね直す",
} as const;

/** How it is decided who comes; said beforehand to everybody who is asked. */
export const DECIDED_BY: Readonly<Record<"coordinator" | "first_come", string>> = {
  coordinator: "返事を見て、事務局が選びます",
  first_come: "必要な人が先にそろったところで、自動で決まります",
};

export const ANSWER_NAMES: Readonly<Record<Answer, { ja: string; sign: string }>> = {
  yes: { ja: "行ける", sign: "○" },
  if_need_be: { ja: "できれば避けたい", sign: "△" },
  no: { ja: "行けない", sign: "×" },
};

export const STATE_NAMES: Readonly<Record<EnquiryState, string>> = {
  queued: "このあとたずねる",
  open: "返事待ち",
  answered: "返事あり",
  no_answer: "返事なし",
  chosen: "お願いする",
  released: "今回はお願いしない",
  dropped: "行けなくなった",
};
