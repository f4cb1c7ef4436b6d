import type { Letter, Placeholder } from "#foundation/letters/public.ts";

const SYSTEM = "健康づくりの連携システム「結 Yui」";

export const PLACEHOLDERS = {
  link: { name: "本人だけのリンク", ja: "https://yui.example.jp/…" },
} as const satisfies Record<string, Placeholder>;

/** What goes to people about their own account. */
export const ACCOUNT_LETTERS_SHIPPED = {
  invitation: {
    name: "招待",
    ja: {
      subject: "招待が届いています（結 Yui）",
      body: `${SYSTEM}への招待が届いています。\n次のリンク（URL）を開いて、パスワードを決めてください。7日間、1回だけ使えます。\n\n{link}\n\n心当たりのないときは、このメールを捨ててください。`,
    },
  },
  password_reset: {
    name: "パスワードの再設定",
    ja: {
      subject: "パスワード再設定のリンク（結 Yui）",
      body: `${SYSTEM}で、パスワード再設定の申し込みがありました。\n次のリンク（URL）を開いて、新しいパスワードを設定してください。1時間、1回だけ使えます。\n\n{link}\n\n心当たりのないときは、このメールを捨ててください。パスワードは変更されません。`,
    },
  },
  new_account: {
    name: "個人のアカウントの登録",
    ja: {
      subject: "アカウント登録のリンク（結 Yui）",
      body: `${SYSTEM}で、個人のアカウントの登録の申し込みがありました。\n次のリンク（URL）を開いて、お名前とパスワードを決めてください。1時間、1回だけ使えます。\n\n{link}\n\n心当たりのないときは、このメールを捨ててください。アカウントは作成されません。`,
    },
  },
  password_changed: {
    name: "パスワードの変更のお知らせ",
    ja: {
      subject: "パスワードが変更されました（結 Yui）",
      body: `${SYSTEM}で、あなたのパスワードが変更されました。\nすべての端末が、ログアウトされました。\n\n心当たりのないときは、すぐに所属の事務局か管理者に連絡してください。`,
    },
  },
} as const satisfies Record<string, Letter>;
