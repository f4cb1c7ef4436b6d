import type { Role } from "#foundation/actors/public.ts";

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  coordinator: "事務局",
  provider: "支援機関",
  workplace: "事業所",
  member: "協議会委員",
  caseworker: "相談担当",
  administrator: "管理者",
  auditor: "監査担当",
  supervisor: "相談の責任者",
  reception: "受付",
  analyst: "分析担当",
  implementer: "ストレスチェックの実施者",
  interview_doctor: "面接指導の医師",
  organiser: "合同実施の世話役",
  judge: "審査員",
  guardian: "保護者",
  directory_editor: "案内の編集担当",
};

export const TEXTS = {
  ja: {
    signIn: "ログイン",
    signOut: "ログアウト",
    healthFile: "自分の健康ファイル",
    account: "ログインの設定",
    place: "地域の切り替え",
    here: "表示中",
    density: "一覧の行間を詰める",
    search: {
      label: "検索",
      words: "地域・機関・指標などを検索",
      keys: "「/」キーで検索を開く（Ctrl＋Kでも開きます）",
      close: "閉じる",
      failed: "検索できませんでした。接続を確認して、もう一度お試しください。",
    },
    words: {
      skip: "本文へ移る",
      menu: "メニュー",
      open: "この地域のページ",
      phoneMenu: "メニュー（下）",
      rest: "その他",
      coming: "ページを読み込んでいます",
    },
    footer: "このサイトについて",
    version: (number: string) => `結 Yui ${number}`,
    otherLanguage: "English",
    demonstration: "これは見本です。地域や数字は実在の資料にもとづきますが、利用者と連絡先は作りものです。",
  },
  en: {
    signIn: "Sign in",
    signOut: "Sign out",
    healthFile: "My health file",
    account: "Sign-in settings",
    place: "Switch areas",
    here: "shown now",
    density: "Closer rows",
    search: {
      label: "Search",
      words: "Search areas, organisations and indicators",
      keys: "Open the search with the / key (Ctrl+K opens it too)",
      close: "Close",
      failed: "The search could not be done. Check the connection and try again.",
    },
    words: {
      skip: "Skip to the content",
      menu: "Menu",
      open: "Pages of this area",
      phoneMenu: "Menu (bottom)",
      rest: "More",
      coming: "The page is loading",
    },
    footer: "About this site",
    version: (number: string) => `Yui ${number}`,
    otherLanguage: "日本語",
    demonstration:
      "This is a demonstration. Areas and figures come from published material; users and contacts are made up.",
  },
} as const;

/** What an operator says of itself, each on a page of its own; links to them stand below each page. */
export const SITE_PAGES = {
  operator: { ja: "運営", en: "Who runs it" },
  privacy: { ja: "個人情報", en: "Privacy" },
  accessibility: { ja: "アクセシビリティ", en: "Accessibility" },
  terms: { ja: "利用規約", en: "Terms of use" },
  contact: { ja: "お問い合わせ", en: "Contact" },
} as const;
export type SitePage = keyof typeof SITE_PAGES;
export const isSitePage = (text: string): text is SitePage => Object.hasOwn(SITE_PAGES, text);

export const ABOUT = {
  windows: "地域の窓口",
  window: (area: string) => `${area}の窓口の連絡先`,
};

/** What is said after any form in English. */
export const SAVED_EN = "Your entry was saved.";

export type Language = keyof typeof TEXTS;

/** Pages for the public and for workers exist in English too: `?lang=en`. */
export const languageOf = (url: URL): Language => (url.searchParams.get("lang") === "en" ? "en" : "ja");

/** Pages that exist in Japanese alone say so by `handle`: a link to their English would lead nowhere. */
export const isJapaneseOnly = (handle: unknown): boolean =>
  typeof handle === "object" && handle !== null && "japaneseOnly" in handle;

/** What a link that is passed on says of the place. */
export const SHARED: Readonly<Record<Language, string>> = {
  ja: "健康講座や健診後の相談を、会社・お店の方が無料で申し込めます。地域と職場の健康づくりをつなぐ「結」。",
  en: "Small workplaces ask for health talks and advice, free of charge. Yui joins public health and workplace health.",
};
