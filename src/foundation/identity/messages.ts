import type { Role } from "./schema.ts";

/** What the roles are called on pages. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  coordinator: "事務局",
  provider: "支援機関",
  workplace: "事業所",
  member: "協議会委員",
  caseworker: "相談担当",
  administrator: "管理者",
  auditor: "監査担当",
};

export const SIGN_IN = {
  title: "ログイン",
  email: "メールアドレス",
  password: "パスワード",
  submit: "ログインする",
  busy: "確かめています…",
  failed: "ログインできませんでした",
  refusals: {
    wrong:
      "メールアドレスかパスワードが違います。大文字と小文字、全角と半角を確かめて、もう一度入力してください。",
    "too-many":
      "続けて間違えたため、この端末からはしばらく受け付けません。15分ほどたってから、もう一度お試しください。ほかの端末からは、ふだんどおり使えます。",
    expired: "確認の時間が過ぎました。はじめからやり直してください。",
  },
  demonstration: "見本の利用者",
  demonstrationLead: "だれでも試せるように、パスワードはどれも同じです。",
  noAccount:
    "利用者の登録は、所属する地域の事務局からの招待で行います。パスワードを忘れたときも、事務局に連絡してください。",
} as const;
