import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const EXCHANGE_HELP: ModuleHelp = {
  exchange: {
    about: "庁内と公開側のYuiの間で、媒体を使ってデータを受け渡すページです。",
    steps: [
      "双方で鍵を作成し、公開鍵のファイルと紙の指紋を交換して登録します。",
      "受け渡しデータと送り状を作成し、媒体で運びます。",
      "受け入れたら、返送のデータを作成して受領の確認を戻します。",
    ],
    terms: ["受け渡しデータ"],
  },
};
