import type { Letter, LetterText } from "#foundation/letters/public.ts";

const ja = (subject: string, ...lines: string[]): LetterText => ({
  subject,
  body: [
    ...["{to}", "", "いつもお世話になっております。{office}です。", ...lines, "", "――――――――"],
    ...["{office}", "電話 {phone}", "※送信専用のメールです。ご返信いただいても確認できません。"],
  ].join("\n"),
});

export const officeName = (area: string): string => `${area} 事務局`;

/** What letters about awards may say. */
export const PLACEHOLDERS = {
  to: { name: "宛名", ja: "石見窯業所 御中" },
  office: { name: "差出人", ja: officeName("浜田圏域") },
  phone: { name: "電話番号", ja: "0855-00-0000" },
  title: { name: "募集の名称", ja: "健康づくり優良事業所表彰" },
  number: { name: "受付番号", ja: "H-7KQ4MTB" },
  link: { name: "ページへのリンク", ja: "https://yui.example.jp/ae/…" },
} as const;

/** Letters to who entered. What was decided stands on the page, not in the letter. */
export const TO_ENTRANTS = {
  entry_made: {
    name: "応募の保存",
    ja: ja(
      "【受付】{title}への応募（{number}）",
      "「{title}」への応募を保存しました。受付番号は {number} です。",
      "続きの入力と提出は、次のページからお手続きいただけます。",
      "{link}",
      "このページのアドレス（URL）は、ほかの人に知らせないでください。",
    ),
  },
  decided: {
    name: "結果のお知らせ",
    ja: ja(
      "【ご連絡】{title}の結果（{number}）",
      "「{title}」の審査の結果が決まりました。結果と次の取組の参考は、次のページをご覧ください。",
      "{link}",
      "決定についてのご意見も、このページから提出できます。",
    ),
  },
} as const satisfies Readonly<Record<string, Letter>>;
