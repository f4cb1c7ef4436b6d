/** What each deed asks before it is done. */
export const ASKS = {
  decide: (slot: string, who: string) => `${slot} に決定します（${who}）。`,
  byHand: "選択した日時と機関で決定します。",
  ask: "選択した機関に打診します。",
  remind: (who: string) => `${who}に再度打診します。`,
  retime: "候補日を変更し、未回答の機関に再度打診します。",
  reopen: (who: string) => `${who}の派遣を取り消し、日程を再調整します。元に戻すことはできません。`,
  move: "実施日時を変更します。",
  refuse: "対応できないと回答し、この依頼を終了します。元に戻すことはできません。",
  withdraw: "事業所からの取下げとして登録し、この依頼を終了します。元に戻すことはできません。",
  pass: "となりの圏域に引き継ぎます。",
  wait: "順番待ちに登録します。打診先には調整の終了を連絡します。",
  close: "完了にします。以後、報告や感想の確認はできますが、調整はできません。",
} as const;
