import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const AREA_HELP: ModuleHelp = {
  areas: {
    about: "地域（市町村・圏域・保健所管内など）を探すページです。",
    steps: [
      "名前・ふりがな・ローマ字で探します。",
      "種類や都道府県で絞り込みます。",
      "地域を選ぶと、健康プロフィールを表示します。",
    ],
    terms: ["圏域", "保健所管内", "地域の対応"],
  },
};
