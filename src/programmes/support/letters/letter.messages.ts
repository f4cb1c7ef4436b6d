import type { LetterText } from "#foundation/letters/public.ts";
import type { Language } from "../model/offer.messages.ts";

export const ja = (subject: string, ...lines: string[]): LetterText => ({
  subject,
  body: [...lines, "", "{office}", "このメールには返信できません。"].join("\n"),
});
export const en = (subject: string, ...lines: string[]): LetterText => ({
  subject,
  body: [...lines, "", "{office}", "Please do not reply to this mail."].join("\n"),
});

/** Who writes, as the last line of a letter says it. */
export const officeName = (area: string, language: Language): string =>
  language === "ja" ? `${area} 健康づくりの相談窓口` : `Workplace health desk, ${area}`;

/** What letters may say: nothing that could name a topic, a person or a finding. */
export const PLACEHOLDERS = {
  number: { name: "受付番号", ja: "7KQ-4MTB" },
  town: { name: "事業所のある市町村", ja: "浜田市" },
  size: { name: "従業員の人数", ja: "12" },
  office: { name: "窓口の名前", ja: officeName("浜田圏域", "ja"), en: officeName("浜田圏域", "en") },
  link: { name: "ページへのリンク", ja: "https://yui.example.jp/a/…" },
  day: {
    name: "決まった日時",
    ja: "2026年12月2日（水）10:00–11:00",
    en: "Wed, 2 December 2026 10:00–11:00",
  },
  deadline: { name: "回答期限", ja: "2026年11月29日（日）", en: "Sun, 29 November 2026" },
  how: { name: "決め方", ja: "回答を見て、事務局が選びます" },
} as const;
