import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const PUBLICATION_HELP: ModuleHelp = {
  "areas/:area/editions": {
    about: "公表した統計の一覧です。",
    steps: [
      "統計と期間を選びます。",
      "版を選ぶと、表を確認・ダウンロードできます。",
      "訂正は新しい版として公表します。前の版も残ります。",
    ],
    terms: ["公表した統計の版", "秘匿"],
  },
};
