import type { LetterText } from "#foundation/letters/public.ts";
import type { Language } from "../model/offer.messages.ts";
import type { Place } from "../model/offer.schema.ts";

/** A letter as an office writes it: whom it is for, what it is about, who sends it and by which telephone. */
export const ja = (subject: string, ...lines: string[]): LetterText => ({
  subject,
  body: [
    ...["{to}", "", ...lines, "", "――――――――", "{office}", "電話 {phone}"],
    "※送信専用のメールです。ご返信いただいても確認できません。",
  ].join("\n"),
});
/** The first line under whom it is for. */
export const GREETING = "いつもお世話になっております。{office}です。";
export const en = (subject: string, ...lines: string[]): LetterText => ({
  subject,
  body: [
    ...["{to}", "", ...lines, "", "----", "{office}", "Telephone {phone}"],
    "This mailbox is not read. Please telephone us instead of answering.",
  ].join("\n"),
});

/** Who writes, as the last line of a letter says it. */
export const officeName = (area: string, language: Language): string =>
  language === "ja" ? `${area} 健康づくりの相談窓口` : `Workplace health desk, ${area}`;

/** Where it takes place, as a letter says it. */
export const PURPOSES: Readonly<Record<Place, Readonly<Record<Language, string>>>> = {
  on_site: { ja: "事業所への訪問", en: "at the workplace" },
  centre: { ja: "窓口への来所", en: "at the office" },
  online: { ja: "オンライン", en: "online" },
};

/** What letters may say: nothing that could name a topic, a person or a finding. */
export const PLACEHOLDERS = {
  number: { name: "受付番号", ja: "7KQ-4MTB" },
  town: { name: "事業所のある市町村", ja: "浜田市" },
  size: { name: "従業員の人数", ja: "12" },
  office: { name: "窓口の名前", ja: officeName("浜田圏域", "ja"), en: officeName("浜田圏域", "en") },
  to: { name: "宛名", ja: "浜田市 御中", en: "Dear Sir or Madam" },
  phone: { name: "窓口の電話番号", ja: "0855-00-0000" },
  days: { name: "候補の日時", ja: "12月2日（水）10:00–11:00、12月4日（金）10:00–11:00" },
  purpose: { name: "訪問か来所か", ja: "事業所への訪問", en: "at the workplace" },
  link: { name: "ページへのリンク", ja: "https://yui.example.jp/a/…" },
  day: {
    name: "決まった日時",
    ja: "2026年12月2日（水）10:00–11:00",
    en: "Wed, 2 December 2026 10:00–11:00",
  },
  deadline: { name: "回答期限", ja: "2026年11月29日（日）", en: "Sun, 29 November 2026" },
  how: { name: "決め方", ja: "回答を見て、事務局が選びます" },
} as const;
