import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const MATERIAL_HELP: ModuleHelp = {
  "areas/:area/materials": {
    about: "リーフレット・ポスターなどの資材の一覧です（公開）。",
    steps: [
      "「資材を登録する」から、題名・テーマ・対象を登録します。",
      "資材を開き、ファイルの版を登録するか、ひな形からリーフレットを作成します。",
      "版を公開すると、注文を受け付けられます。",
    ],
    terms: ["資材", "版"],
  },
  "areas/:area/material-editions/:edition": {
    about: "資材の版の、掲載内容・在庫・配布先・配布と閲覧の状況を管理します。",
    steps: [
      "掲載している機関の電話番号などを登録すると、変更があったときに通知されます。",
      "入荷・発送・返却・棚卸し・廃棄を登録します。在庫はその合計です。",
      "新しい版ができたら「差し替え済みにする」を押します。",
    ],
    terms: ["版", "掲載内容", "差し替え"],
  },
  "areas/:area/material-orders": {
    about: "資材の注文の一覧です。",
    steps: [
      "「出荷リスト」を印刷し、保管場所から取り出します。",
      "注文を開き、発送したら「発送済みにする」を押します。",
      "電話・FAXの注文は、一覧の上のボタンから登録します。",
    ],
    terms: ["資材"],
  },
  "areas/:area/news": {
    about: "健康管理のご担当の方にお届けする健康づくりニュースです（公開）。",
    steps: [
      "「ニュースの号を作成する」から、資材と記事を選択します。",
      "メールの本文を確認します。",
      "「配信する」を押すと、申し込んだ方全員に送信されます。",
    ],
    terms: ["健康づくりニュース"],
  },
};
