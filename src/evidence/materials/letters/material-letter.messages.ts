import type { Letter, LetterText } from "#foundation/letters/public.ts";

const ja = (subject: string, ...lines: string[]): LetterText => ({
  subject,
  body: [
    ...[
      "{to}",
      "",
      "いつもお世話になっております。{office}です。",
      ...lines,
      "",
      "――――――――",
      "{office}",
      "電話 {phone}",
    ],
    "※送信専用のメールです。ご返信いただいても確認できません。",
  ].join("\n"),
});
const en = (subject: string, ...lines: string[]): LetterText => ({
  subject,
  body: [
    ...["{to}", "", ...lines, "", "----", "{office}", "Telephone {phone}"],
    "This mailbox is not read. Please telephone us instead of answering.",
  ].join("\n"),
});

export const officeName = (area: string, language: "ja" | "en"): string =>
  language === "ja" ? `${area} 事務局` : `Secretariat, ${area}`;

/** What letters about materials may say. */
export const PLACEHOLDERS = {
  to: { name: "宛名", ja: "ご担当者様", en: "Dear Sir or Madam," },
  office: { name: "差出人", ja: officeName("浜田圏域", "ja"), en: officeName("浜田圏域", "en") },
  phone: { name: "電話番号", ja: "0855-00-0000" },
  number: { name: "受付番号", ja: "S-7KQ4MTB" },
  lines: { name: "資材と部数", ja: "情報マップ 20部", en: "情報マップ 20 copies" },
  title: { name: "資材の題名", ja: "情報マップ（2026年版）" },
  what: { name: "変更のあった内容", ja: "浜田地域産業保健センター 電話番号" },
  reason: { name: "理由", ja: "在庫がなくなりました" },
  link: { name: "ページへのリンク", ja: "https://yui.example.jp/mo/…" },
  leave: { name: "配信をやめるページ", ja: "https://yui.example.jp/n/…" },
  sender: { name: "ニュースの発行者", ja: "浜田地域産業保健センター" },
  news: { name: "ニュースの本文", ja: "■ 情報マップ 2026年版ができました" },
} as const;

const KEEP = "このページのアドレス（URL）は、ほかの方に知らせないでください。";

/** Letters to whoever ordered or holds copies. */
export const TO_HOLDERS = {
  order_received: {
    name: "注文の受付",
    ja: ja(
      "【受付】資材のお申し込み（{number}）",
      "資材のお申し込みを受け付けました。受付番号は {number} です。",
      "",
      "{lines}",
      "",
      "状況の確認と取り下げは、次のページからお手続きいただけます。",
      "{link}",
      KEEP,
    ),
    en: en(
      "We received your order ({number})",
      "We received your order. Its number is {number}.",
      "{lines}",
      "Follow it or cancel it here:",
      "{link}",
      "Please keep this address to yourself.",
    ),
  },
  order_sent: {
    name: "発送のお知らせ",
    ja: ja(
      "【発送】お申し込みの資材（{number}）",
      "次の資材を発送しました。",
      "",
      "{lines}",
      "",
      "配布が終わりましたら、配った部数を次のページからお知らせください。",
      "{link}",
      KEEP,
    ),
    en: en(
      "Your materials are on their way ({number})",
      "We sent:",
      "{lines}",
      "Please tell us here how many were handed out:",
      "{link}",
    ),
  },
  order_refused: {
    name: "お断り",
    ja: ja(
      "【ご連絡】資材のお申し込み（{number}）",
      "申し訳ございませんが、お申し込みの資材をお送りできません。",
      "理由: {reason}",
      "{link}",
    ),
    en: en("About your order ({number})", "We are sorry that we can't send your order: {reason}", "{link}"),
  },
  stale: {
    name: "掲載内容の変更（配布の停止）",
    ja: ja(
      "【お願い】資材の差し替え・{title}",
      "お送りした「{title}」に掲載している次の内容に変更がありました。",
      "",
      "{what}",
      "",
      "お手元の資材の配布を止めてください。新しい版は、次のページでご案内します。",
      "{link}",
    ),
    en: en(
      "Please stop handing out: {title}",
      "What {title} prints has changed: {what}",
      "Please stop handing it out. You find the new edition here:",
      "{link}",
    ),
  },
} as const satisfies Readonly<Record<string, Letter>>;

/** Letters to readers of the news. */
export const TO_READERS = {
  news_confirm: {
    name: "ニュースの申込みの確認",
    ja: ja(
      "【確認】健康づくりニュースの配信",
      "健康づくりニュースの配信のお申し込みがありました。次のページの「配信を始める」を押すと、配信が始まります。",
      "{link}",
      "お心当たりのない場合は、このメールを破棄してください。配信は始まりません。",
    ),
    en: en(
      "Please confirm: news for workplaces",
      "Somebody asked that our news be sent to this address. They begin once you press the button here:",
      "{link}",
      "If it was not you, please do nothing.",
    ),
  },
  news_issue: {
    name: "健康づくりニュース",
    kind: "news",
    ja: {
      subject: "{title}",
      body: [
        ...["{news}", "", "――――――――", "発行 {sender}", "ホームページで読む {link}"],
        ...["配信をやめる（押すだけでやめられます） {leave}", "※送信専用のメールです。"],
      ].join("\n"),
    },
  },
} as const satisfies Readonly<Record<string, Letter>>;
