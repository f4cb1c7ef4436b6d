import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const AUDIT_HELP: ModuleHelp = {
  audit: {
    about: "誰が、いつ、誰の何を閲覧・変更したかの記録を確認するページです。",
    steps: [
      "期間・利用者・操作・対象で絞り込みます。",
      "結果はCSV・Excelでダウンロードできます。",
      "「検証」で、記録が書き換えられていないことを確かめます。",
    ],
    terms: ["記録・監査", "管理者・監査担当"],
  },
};
