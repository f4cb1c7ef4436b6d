/** What is to be told by telephone, by the letter that a mailbox would have got. */
const TELLS: Readonly<Record<string, string>> = {
  receipt: "依頼の受付",
  fixed_workplace: "日程の決定",
  moved: "日程の変更",
  reopened: "日程の再調整",
  place_free: "空きのご案内",
  feedback: "アンケートのお願い",
  next_year: "今年度のご案内",
  refused: "対応できる機関がなかったこと",
  passed: "窓口が変わったこと",
};

export const TOLD = {
  title: (what: string) => `電話で連絡してください: ${TELLS[what] ?? "依頼の状況"}`,
  why: "事業所のメールアドレスが登録されていないため、メールは送信されていません。",
  noPhone: "電話番号も登録されていません。",
  done: "連絡済みにする",
  mails: "送信したメール",
  noMails: "この依頼について送信したメールはありません。",
  outbox: "送信待ちのメールを確認する",
  unask: "打診しました。",
  unfix: "日程を決定しました。",
  states: { waiting: "送信待ち", sent: "送信済み", undeliverable: "不達", unwanted: "送信しない" },
} as const;
