import type { Language } from "../offers/messages.ts";

export type Text = Readonly<{ subject: string; body: string }>;

/** The letters that go out by mail. None names a topic or a finding: the link shows them. */
export const LETTER_NAMES = {
  receipt: "受付のお知らせ（事業所へ）",
  enquiry: "打診（支援機関へ）",
  reminder: "もう一度のおたずね（支援機関へ）",
  asked_anew: "依頼の変更と、あらためてのおたずね（支援機関へ）",
  changed: "依頼の変更（行くことが決まった支援機関へ）",
  fixed_supporter: "日程の決定（支援機関へ）",
  fixed_workplace: "日程の決定（事業所へ）",
  released: "お礼（今回はお願いしない支援機関へ）",
  moved: "日程の変更（双方へ）",
  reopened: "日程の組み直し（双方へ）",
  withdrawn: "取り下げ（支援機関へ）",
  place_free: "空きの案内（事業所へ）",
  feedback: "感想のお願い（事業所へ）",
  thanks: "報告のお礼（支援機関へ）",
  next_year: "来年の案内（事業所へ）",
  stalled: "次の進め方を決めるお願い（事務局へ）",
  refused: "応えられないお知らせ（事業所へ）",
  passed: "窓口の変更（事業所へ）",
} as const;
export type Letter = keyof typeof LETTER_NAMES;
export const LETTERS = Object.keys(LETTER_NAMES) as Letter[];

/** Who writes, as the last line of a letter says it. */
export const officeName = (area: string, language: Language): string =>
  language === "ja" ? `${area} 健康づくりの相談窓口` : `Workplace health desk, ${area}`;

/** What may stand in braces, with a value for the preview. */
export const PLACEHOLDERS = {
  number: "7KQ-4MTB",
  town: "浜田市",
  size: "12",
  day: "2026年12月2日（水）10:00–11:00",
  deadline: "2026年11月29日（日）",
  how: "返事を見て、事務局が選びます",
  link: "https://yui.example.jp/a/…",
  office: officeName("浜田圏域", "ja"),
};
export type Values = Partial<Record<keyof typeof PLACEHOLDERS, string>>;

/** The values of a preview. */
export const EXAMPLE: Readonly<Record<Language, Values>> = {
  ja: PLACEHOLDERS,
  en: {
    ...PLACEHOLDERS,
    day: "Wed, 2 December 2026 10:00–11:00",
    deadline: "Sun, 29 November 2026",
    office: officeName("浜田圏域", "en"),
  },
};
