import type { Answer, EnquiryState } from "./rules.ts";

export const TEXTS = {
  needs: "だれが何人いるかを、1人以上で書いてください。",
  noSlots: "いつかを1つ以上書いてください。事業所が「おまかせ」のときは、こちらから日を出します。",
  slotsFixed:
    "返事がもう届いているため、日を変えられません。取り直すときは、いちど「打診に戻す」を使ってください。",
  nobody: "たずねる先を1つ以上選んでください。もうたずねたところは選べません。",
  answer: "それぞれの日に答えるか、ほかの案を書いてください。",
  decided: "お返事ありがとうございます。この件は、もう決まりました。",
  notEnough: "必要な人がそろっていません。ほかの機関にもたずねるか、必要な人を直してください。",
  chooseSlot: "決める日を選んでください。",
  pastDay: "過ぎた日には決められません。",
  reason: "理由を選んでください。",
} as const;

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
