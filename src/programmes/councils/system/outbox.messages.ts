import type { OutboxMail } from "#platform/mail/outbox.ts";

/** In place of what has been sent. */
export const EMPTIED = "送ったあとは、本文を残しません。";

/** What became of a mail, or what will. `instant` is how the page writes a time. */
export function fateOf(mail: OutboxMail, instant: (at: Date) => string): string {
  if (mail.undeliverable !== null) return `届かなかった（${mail.undeliverable}）`;
  if (mail.way === "unwanted") return "受信設定により、送らない";
  if (mail.inDigest) return "1日1回のまとめに入れた";
  if (mail.way === "digest") return "朝8時のまとめを待っている";
  return mail.sentAt ? `${instant(mail.sentAt)}に送信` : "送信待ち";
}
