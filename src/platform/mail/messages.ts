import type { Delivery, Undelivered } from "./deliveries.ts";

type Words = Readonly<{ ja: string; en: string }>;

/** What a status of RFC 3463 means to somebody at an office; the longest beginning counts. */
const REASONS: Readonly<Record<string, Words>> = {
  "5.1": { ja: "その宛先はありません", en: "there is no such address" },
  "5.2.2": { ja: "相手の受信箱がいっぱいです", en: "the mailbox is full" },
  "5.2": { ja: "相手の受信箱が使えません", en: "the mailbox can't be used" },
  "5.3": { ja: "相手のメールサーバーが受け取れませんでした", en: "the other mail server could not take it" },
  "5.4": {
    ja: "相手のメールサーバーにつながりませんでした",
    en: "the other mail server could not be reached",
  },
  "5.6": { ja: "書いた文をもう開けません", en: "what was written can't be opened any more" },
  "5.7": { ja: "相手のメールサーバーが受け取りを断りました", en: "the other mail server refused it" },
  "4": { ja: "相手のメールサーバーにつながりませんでした", en: "the other mail server could not be reached" },
};
const OTHER: Words = {
  ja: "相手のメールサーバーが受け取りませんでした",
  en: "the other mail server did not take it",
};

export function reasonOf({ code }: Pick<Delivery, "code">): Words {
  // 550 is how servers without such a status say that there is no such mailbox.
  const status = code === "550" ? "5.1" : code;
  const known = Object.keys(REASONS).filter((start) => status === start || status.startsWith(`${start}.`));
  const longest = known.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? OTHER : REASONS[longest]!;
}

/** メールが届きませんでした（その宛先はありません）。 */
export const toldJa = (mail: Undelivered): string =>
  mail.forGood
    ? `メールが届きませんでした（${reasonOf(mail).ja}）。`
    : "メールサーバーが受け取らないため、メールはまだ送れていません。送り直しを続けています。";
