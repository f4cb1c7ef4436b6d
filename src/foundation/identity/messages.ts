import type { Role } from "#foundation/actors/public.ts";

/** What the roles are called on pages. */
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

export const SIGN_IN = {
  title: "ログイン",
  email: "メールアドレス",
  password: "パスワード",
  submit: "ログインする",
  busy: "確認しています…",
  failed: "ログインできませんでした",
  refusals: {
    wrong:
      "メールアドレスかパスワードが違います。大文字と小文字、全角と半角を確認して、もう一度入力してください。",
    "too-many":
      "続けて間違えたため、この端末からはしばらく受け付けません。15分ほどたってから、もう一度お試しください。ほかの端末からは、ふだんどおり使えます。",
    expired: "確認の時間が過ぎました。はじめからやり直してください。",
    disabled: "この利用者は、いまは使えないようになっています。所属の管理者に連絡してください。",
  },
  demonstration: "見本の利用者",
  demonstrationLead: "だれでも試せるように、パスワードはどれも同じです。",
  demonstrationTry: "この人で試す",
  noAccount: "関係機関の利用者の登録は、所属する地域の事務局からの招待で行います。",
  own: "健康ファイルを使う方（個人のアカウントの登録）",
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
  again: "大切な設定を変えるため、もう一度パスワードを入力してください。",
  submit: "続ける",
  notMe: "ほかの人として使う",
  wrong: "パスワードが違います。大文字と小文字、全角と半角を確認して、もう一度入力してください。",
} as const;

export const RESUME = {
  title: "送ろうとしていた内容が残っています",
  lead: "本人確認の前に送信された内容です。まだ受け付けていません。よろしければ、送信を続けてください。ファイルは、もう一度選択してください。",
  submit: "続きを送る",
  stop: "送信を中止する",
  gone: "残っている内容はありません",
  goneLead: "1時間たった内容は、残さずに削除しています。",
} as const;

/** What this module's actions are called in the log. */
export const IDENTITY_WORDS = {
  "session.begin": { done: "ログインした", refused: "{person}としてログインしようとした" },
  "session.unlock": { done: "画面を開き直した", refused: "{person}の画面を開こうとした" },
  "session.end": { done: "ログアウトした", refused: "ログアウトしようとした" },
  "session.end-other": {
    done: "ほかの端末のログインを終わらせた",
    refused: "ほかの端末のログインを終わらせようとした",
  },
  "session.end-others": {
    done: "ほかの端末のログインをすべて終わらせた",
    refused: "ほかの端末のログインをすべて終わらせようとした",
  },
  "account.mail": { done: "メールの受信設定を変更した", refused: "メールの受信設定を変更しようとした" },
  "account.change-password": { done: "パスワードを変更した", refused: "パスワードを変更しようとした" },
  "account.second-factor-begin": {
    done: "確認コードの設定を始めた",
    refused: "確認コードの設定を始めようとした",
  },
  "account.second-factor-on": { done: "確認コードを使い始めた", refused: "確認コードを使い始めようとした" },
  "account.second-factor-off": { done: "確認コードをやめた", refused: "確認コードをやめようとした" },
  "account.send-reset": {
    done: "{person}にパスワード再設定のリンクを送信した",
    refused: "{person}にパスワード再設定のリンクを送信しようとした",
  },
  "account.reset-password": {
    done: "リンクで{person}のパスワードを再設定した",
    refused: "リンクで{person}のパスワードを再設定しようとした",
  },
  "account.send-new": {
    done: "アカウント登録のリンクを送信した",
    refused: "アカウント登録のリンクを送信しようとした",
  },
  "account.make": { done: "個人のアカウントを登録した", refused: "個人のアカウントを登録しようとした" },
  "account.recovery-codes": { done: "回復コードを再発行した", refused: "回復コードを再発行しようとした" },
  "account.passkey-add": { done: "パスキーを作った", refused: "パスキーを作ろうとした" },
  "account.passkey-remove": { done: "パスキーを取り消した", refused: "パスキーを取り消そうとした" },
  "member.list": { done: "利用者の一覧を見た", refused: "利用者の一覧を見ようとした" },
  "member.export": {
    done: "利用者の一覧をファイルに保存した",
    refused: "利用者の一覧をファイルに保存しようとした",
  },
  "member.invite": { done: "利用者を招待した", refused: "利用者を招待しようとした" },
  "member.invite-again": { done: "招待を再度送信した", refused: "招待を再度送信しようとした" },
  "member.withdraw-invitation": { done: "招待を取り消した", refused: "招待を取り消そうとした" },
  "member.accept": { done: "招待を受けて所属した", refused: "招待を受けようとした" },
  "member.join": { done: "招待を受けて利用者になった", refused: "招待を受けようとした" },
  "member.add": { done: "{person}を所属させた", refused: "{person}を所属させようとした" },
  "member.read": { done: "{person}の利用者の画面を見た", refused: "{person}の利用者の画面を見ようとした" },
  "member.change-role": { done: "{person}の役割を変えた", refused: "{person}の役割を変えようとした" },
  "member.end": { done: "{person}の所属を終えた", refused: "{person}の所属を終えようとした" },
  "user.create": { done: "利用者を作った", refused: "利用者を作ろうとした" },
  "user.list": { done: "利用者の一覧を見た", refused: "利用者の一覧を見ようとした" },
  "user.load-samples": { done: "見本の利用者を入れた", refused: "見本の利用者を入れようとした" },
  "user.disable": { done: "{person}を使えないようにした", refused: "{person}を使えないようにしようとした" },
  "user.enable": {
    done: "{person}をまた使えるようにした",
    refused: "{person}をまた使えるようにしようとした",
  },
  "user.end-sessions": {
    done: "{person}のログインをすべて終わらせた",
    refused: "{person}のログインをすべて終わらせようとした",
  },
  "user.send-password-reset": {
    done: "{person}にパスワードを再設定するメールを送った",
    refused: "{person}にパスワードを再設定するメールを送ろうとした",
  },
  "user.reset-second-factor": {
    done: "{person}の確認コードを取り消した",
    refused: "{person}の確認コードを取り消そうとした",
  },
} as const;
