import type { Language } from "../model/offer.messages.ts";

export type Text = Readonly<{ subject: string; body: string }>;

/** The letters that go out by mail, by whom they reach. None names a topic or a finding: the link shows them. */
export const LETTERS_TO = {
  workplace: {
    receipt: "受付のお知らせ",
    fixed_workplace: "日程の決定",
    place_free: "空きの案内",
    feedback: "感想のお願い",
    next_year: "来年の案内",
    refused: "応えられないお知らせ",
    passed: "窓口の変更",
  },
  supporter: {
    enquiry: "打診（行けるかどうかのおたずね）",
    reminder: "もう一度のおたずね",
    asked_anew: "依頼の変更と、あらためてのおたずね",
    changed: "依頼の変更（行くことが決まったところへ）",
    fixed_supporter: "日程の決定",
    released: "お礼（今回はお願いしないところへ）",
    withdrawn: "取り下げ",
    thanks: "報告のお礼",
  },
  both: { moved: "日程の変更", reopened: "日程の組み直し" },
  secretariat: { stalled: "次の進め方を決めるお願い" },
} as const;
export type Reader = keyof typeof LETTERS_TO;
export type Letter = { [R in Reader]: keyof (typeof LETTERS_TO)[R] }[Reader];
export const LETTERS = Object.values(LETTERS_TO).flatMap((names) => Object.keys(names)) as Letter[];

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
export type Placeholder = keyof typeof PLACEHOLDERS;
export type Values = Partial<Record<Placeholder, string>>;

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
