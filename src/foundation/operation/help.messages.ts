import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const OPERATION_HELP: ModuleHelp = {
  operation: {
    about: "ディスク、メール、監査記録、バックアップなど、システムが正常に動いているかを確認するページです。",
    steps: [
      "「要対応」の項目から順に、「対応」の欄のとおりに確認します。",
      "「確認」の項目は、数日のうちに確認します。",
      "急な異常は、設定したあて先にメールでお知らせします。",
    ],
  },
};
