import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const IDENTITY_HELP: ModuleHelp = {
  account: {
    about: "ご自分のログインの設定を確認・変更するページです。",
    steps: [
      "パスワードは、ほかで使っていないものにします。",
      "2段階認証かパスキーを設定すると、不正なログインを防げます。",
      "使っていない端末の接続は終了します。",
    ],
    terms: ["利用者"],
  },
  members: {
    about: "ログインして使う方の一覧です。招待、役割の変更、停止を行います。",
    steps: [
      "「招待する」で氏名・メールアドレス・役割を登録します。",
      "招待のリンクをご本人に伝えます（7日間有効です）。",
      "異動や退職の際は、所属を解除します。",
    ],
    terms: ["利用者", "役割", "管理者・監査担当"],
  },
  "members/:id": {
    about: "1人の利用者の所属と役割を確認・変更するページです。",
    steps: ["所属と役割を確認します。", "必要に応じて変更・停止・再開します。", "変更は記録に残ります。"],
    terms: ["役割", "記録・監査"],
  },
};
