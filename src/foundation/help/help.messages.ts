export const HELP_TEXT = {
  open: "このページの使い方",
  steps: "手順",
  terms: "用語",
  more: [
    { to: "/handbook", label: "手引き" },
    { to: "/glossary", label: "用語集" },
    { to: "/whats-new", label: "更新情報" },
  ],
} as const;

export const HANDBOOK_TEXT = {
  title: "手引き",
  lead: "役割ごとの使い方です。画面の「このページの使い方」も合わせてご覧ください。",
  all: "手引きの一覧",
} as const;

/** The parts of the handbook, in their order; each is a file of docs/handbook. */
export const HANDBOOK_PARTS = [
  "secretariat",
  "supporter",
  "consultation",
  "workplace",
  "prefecture",
  "auditor",
  "administrator",
] as const;

export const GLOSSARY_TEXT = {
  ja: { title: "用語集", lead: "このサイトで使う言葉の意味です。", filter: "五十音順" },
  en: { title: "Glossary", lead: "Words of this site, in the order of the Japanese syllabary.", filter: "" },
} as const;

export const NEWS_TEXT = {
  title: "更新情報",
  lead: "新しくなったところを、新しいものから順にお知らせします。",
} as const;
