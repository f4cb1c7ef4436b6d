export const OUTWARD = {
  title: "実行前の確認",
  lead: "まだ実行していません。次の内容で実行します。",
  mails: (count: number) => `次のメールを送信します（${count}通）`,
  noMail: "メールは送信されません。",
  to: "宛先",
  subject: "件名",
  stop: "中止する",
  sending: "実行しています…",
  undo: "元に戻す",
  undoing: "元に戻しています…",
  until: (time: string) => `${time}まで元に戻せます。メールはそのあとに送信されます。`,
  sent: "送信待ちのメールを確認する",
} as const;
