import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const SEARCH_HELP: ModuleHelp = {
  search: {
    about: "地域・機関・指標・会議・事業・依頼などをまとめて検索するページです。",
    steps: [
      "言葉を入力します（2文字から、かな・ローマ字でも検索できます）。",
      "種類で絞り込みます。",
      "どのページでも「/」キーで検索を開けます。",
    ],
    terms: [],
  },
};
