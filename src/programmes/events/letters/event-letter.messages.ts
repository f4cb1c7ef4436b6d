import type { LetterText } from "#foundation/letters/public.ts";

const KEEP = "このページのアドレス（URL）は、ほかの人に知らせないでください。";
const ja = (subject: string, ...lines: string[]): LetterText => ({
  subject,
  body: [
    ...["{to}", "", "{office}です。", ...lines, "", "――――――――", "{office}", "電話 {phone}"],
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

/** What letters about events may say. `title` says nothing of the topic where an event is discreet. */
export const PLACEHOLDERS = {
  to: { name: "宛名", ja: "お申し込みの方", en: "Dear Sir or Madam," },
  office: { name: "差出人", ja: officeName("浜田圏域", "ja"), en: officeName("浜田圏域", "en") },
  phone: { name: "電話番号", ja: "0855-00-0000" },
  number: { name: "受付番号", ja: "E-7KQ4MTB" },
  title: { name: "催しの名称", ja: "事業主・衛生管理者研修会" },
  when: { name: "日時", ja: "2026年12月10日（木） 13:30–15:30" },
  place: { name: "会場", ja: "浜田保健所 大会議室" },
  seats: { name: "人数", ja: "2人" },
  until: { name: "返事の期限", ja: "2026年12月3日（木） 10:00" },
  reason: { name: "理由", ja: "大雪のため" },
  link: { name: "ページへのリンク", ja: "https://yui.example.jp/es/…" },
} as const;

const FACTS = ["日時: {when}", "会場: {place}", "人数: {seats}", "受付番号: {number}"];
const FACTS_EN = ["When: {when}", "Where: {place}", "People: {seats}", "Number: {number}"];

/** Letters to whoever signed up. */
export const TO_SIGNED_UP = {
  booked: {
    name: "申込みの受付（席を確保）",
    ja: ja(
      "【受付】{title}（{number}）",
      "「{title}」のお申し込みを受け付け、お席を確保しました。",
      "",
      ...FACTS,
      "",
      "参加される方の登録・変更、取り下げは、次のページからお手続きいただけます。",
      "{link}",
      KEEP,
    ),
    en: en(
      "Your seats are booked: {title} ({number})",
      "Your seats are booked.",
      ...FACTS_EN,
      "To say who comes, to change it or to withdraw:",
      "{link}",
      "Please keep this address to yourself.",
    ),
  },
  waiting: {
    name: "申込みの受付（順番待ち）",
    ja: ja(
      "【受付・順番待ち】{title}（{number}）",
      "「{title}」は満席のため、順番待ちとして受け付けました。お席が空きましたら、メールでご案内します。",
      "",
      ...FACTS,
      "",
      "状況の確認と取り下げは、次のページからお手続きいただけます。",
      "{link}",
      KEEP,
    ),
    en: en(
      "You are on the waiting list: {title} ({number})",
      "All seats are taken. We will write to you when seats are free.",
      ...FACTS_EN,
      "{link}",
    ),
  },
  offered: {
    name: "空席のご案内",
    ja: ja(
      "【空席のご案内】{title}・{until}まで（{number}）",
      "「{title}」のお席が空きました。{until}までに、次のページでお返事ください。",
      "",
      ...FACTS,
      "",
      "{link}",
      "期限を過ぎますと、次の方にご案内します。",
      KEEP,
    ),
    en: en(
      "Seats are free: {title} ({number})",
      "Please answer until {until}; after that they go to others.",
      ...FACTS_EN,
      "{link}",
    ),
  },
  cancelled: {
    name: "中止のお知らせ",
    ja: ja(
      "【中止】{title}（{number}）",
      "「{title}」は中止になりました。",
      "理由: {reason}",
      "",
      ...FACTS,
      "{link}",
    ),
    en: en(
      "Called off: {title} ({number})",
      "This event has been called off: {reason}",
      ...FACTS_EN,
      "{link}",
    ),
  },
  reminder: {
    name: "開催前のお知らせ",
    ja: ja(
      "【まもなく】{title}（{number}）",
      "「{title}」の日が近づきました。",
      "",
      ...FACTS,
      "",
      "ご都合がつかなくなった場合は、次のページから取り下げてください。",
      "{link}",
    ),
    en: en("Soon: {title} ({number})", ...FACTS_EN, "If you can't come, please withdraw here:", "{link}"),
  },
};
