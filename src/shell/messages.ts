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

/** To who has nothing to do yet because the work of the role is still to come. */
export const COMING =
  "相談と紹介の業務は、これから加わります。加わると、本日の業務がここに並びます。現在は、地域の健康情報と関係機関を見られます。";

/** What was done, in the audit log's own words; those that name a person are for the log alone. */
export const doneWords = (words: string | undefined): string | undefined =>
  words && !words.includes("{") ? words : undefined;

export const TEXTS = {
  ja: {
    signIn: "ログイン",
    signOut: "ログアウト",
    account: "ログインの設定",
    search: {
      label: "検索",
      words: "地域・機関・指標などを検索",
      keys: "「/」キーで検索を開く（Ctrl＋Kでも開きます）",
      close: "閉じる",
      failed: "検索できませんでした。接続を確認して、もう一度お試しください。",
    },
    otherLanguage: "English",
    demonstration: "これは見本です。地域や数字は実在の資料にもとづきますが、利用者と連絡先は作りものです。",
  },
  en: {
    signIn: "Sign in",
    signOut: "Sign out",
    account: "Sign-in settings",
    search: {
      label: "Search",
      words: "Search areas, organisations and indicators",
      keys: "Open the search with the / key (Ctrl+K opens it too)",
      close: "Close",
      failed: "The search could not be done. Check the connection and try again.",
    },
    otherLanguage: "日本語",
    demonstration:
      "This is a demonstration. Areas and figures come from published material; users and contacts are made up.",
  },
} as const;

export type Language = keyof typeof TEXTS;

/** Pages for the public and for workers exist in English too: `?lang=en`. */
export const languageOf = (url: URL): Language => (url.searchParams.get("lang") === "en" ? "en" : "ja");
