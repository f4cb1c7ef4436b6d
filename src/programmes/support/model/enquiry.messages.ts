import type { Answer, EnquiryState } from "./enquiry.rules.ts";

export const TEXTS = {
  needs: "必要な職種と人数を1人以上で入力してください。",
  noSlots: "日時を1つ以上入力してください。事業所が「おまかせ」のときは、事務局から日程をご案内します。",
  slotsFixed: "回答がすでに届いています。日程を変更するときは「候補日を変更する」を使ってください。",
  sameSlots: "現在と同じ日です。変更後の日を入力してください。",
  nobody: "打診先を1つ以上選択してください。打診済みの機関は選択できません。",
  answer: "それぞれの日に答えるか、ほかの候補日を入力してください。",
  decided: "ご回答ありがとうございます。この件は決定済みです。",
  notTeam: {
    enough: "必要な職種がそろっていません。打診先を追加するか、必要な職種を変更してください。",
    partner: "共同の支援メニューは、共同で実施する機関もすべて選択してください。",
    able: "その日時に対応できると回答していない機関が含まれています。電話で確認したときは、先に回答を登録してください。",
  },
  chooseSlot: "決める日を選択してください。",
  pastDay: "過去の日付には決定できません。",
  reason: "理由を選択してください。",
} as const;

export const ENQUIRIES = {
  short: "回答待ちの機関がなくなりましたが、必要な職種がそろっていません。",
  shortMend:
    "再打診、打診先の追加、候補日の変更、必要な職種の変更のいずれかで進めてください。いずれもできない場合は、理由を添えて返答します。",
  retract: "報告を取り下げる",
  retractLead:
    "行われなかったなど、報告がまちがいのときに使います。計画の活動から外れ、日程が決まったところに戻ります。",
  byHand: "訪問する機関を選んで決定する",
  byHandSubmit: "選んだ人で決める",
  when: "日時",
  who: "担当",
  times: "候補日を変更する",
  timesLead: "同じ日への回答は残ります。新しい日程に未回答の機関には再度打診します。",
  slots: "候補日",
  slotsHint: "3つまで入力できます。",
  slotsNone:
    "候補日を入力してください。3つまで入力できます。事業所の希望は「おまかせ」なので、候補日がないと、打診できません。",
  slot: "候補{n}の日",
  timesSubmit: "この日程で再打診する",
  tooLate: "元に戻せる時間を過ぎました。メールは送信されています。日程の変更などで対応してください。",
} as const;

/** How it is decided who comes; said beforehand to everybody who is asked. */
export const DECIDED_BY: Readonly<Record<"coordinator" | "first_come", string>> = {
  coordinator: "ご回答をもとに事務局で決定します",
  first_come: "必要な職種が先にそろった日時で、自動的に決定します",
};

export const ANSWER_NAMES: Readonly<Record<Answer, { ja: string; sign: string }>> = {
  yes: { ja: "対応できます", sign: "○" },
  if_need_be: { ja: "調整すれば可能", sign: "△" },
  no: { ja: "対応できません", sign: "×" },
};

export const STATE_NAMES: Readonly<Record<EnquiryState, string>> = {
  queued: "打診予定",
  open: "回答待ち",
  answered: "回答あり",
  no_answer: "回答なし",
  chosen: "決定",
  released: "見送り",
  dropped: "派遣の取消し",
};
