import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const CLIENT_HELP: ModuleHelp = {
  "areas/:area/api-clients": {
    about: "ほかのシステムに、データを読み取る鍵を発行するページです。",
    steps: [
      "連携先の名称と、読み取れるデータを選択して発行します。",
      "表示された鍵を連携先の担当者に渡します（再表示はできません）。",
      "連携が終わったら無効にします。",
    ],
    terms: ["データ連携の鍵"],
  },
};
