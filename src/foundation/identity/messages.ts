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

export const CODE = {
  totp: {
    title: "確認コード",
    lead: "認証アプリに出ている6桁の数字を入力してください。",
    label: "確認コード",
    other: "アプリが使えないときは、回復コードを使う",
    wrong: "確認コードが違います。数字は30秒ごとに変わります。新しい数字を入力してください。",
  },
  recovery: {
    title: "回復コード",
    lead: "設定のときに控えた回復コードを1つ入力してください。使ったコードは、次からは使えません。",
    label: "回復コード",
    other: "認証アプリの確認コードを使う",
    wrong: "回復コードが違います。ハイフンも含めて、控えのとおりに入力してください。",
  },
  submit: "続ける",
  expired: "確認の時間が過ぎたか、間違いが続きました。メールアドレスとパスワードから、やり直してください。",
  again: "はじめからやり直す",
} as const;

export const LOCK = {
  title: "もう一度、本人の確認をします",
  idle: "30分間操作がなかったため、画面を閉じました。入力した内容は失われていません。パスワードを入れると、続きから始められます。",
  again: "大切な設定を変えるため、もう一度パスワードを入れてください。",
  submit: "続ける",
  notMe: "ほかの人として使う",
  wrong: "パスワードが違います。大文字と小文字、全角と半角を確かめて、もう一度入力してください。",
} as const;

export const RESUME = {
  title: "送ろうとしていた内容が残っています",
  lead: "画面を閉じている間に送られた内容です。まだ受け付けていません。よければ、続きを送ってください。",
  submit: "続きを送る",
  stop: "送らずにやめる",
  gone: "残っている内容はありません",
  goneLead: "1時間たった内容は、残さずに消しています。",
} as const;
