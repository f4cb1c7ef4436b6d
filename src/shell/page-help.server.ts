import { helpFor, type ModuleHelp, type ShownHelp } from "#foundation/help/public.ts";
import { MODULES } from "../modules.ts";

/** The help of all modules' pages, and of the frame's own. */
export const PAGE_HELP: ModuleHelp = Object.assign(
  {
    today: {
      about: "本日対応が必要なものと、今後の予定をまとめたページです。",
      steps: [
        "期限の近いものから対応します。",
        "項目を選ぶと、対応するページを開きます。",
        "対応すると、一覧から消えます。",
      ],
      terms: ["対応事項", "打診"],
    },
    calendar: {
      about: "会議・訪問などの予定を、月または週で確認するページです。",
      steps: [
        "月と週を切り替えます。",
        "予定を選ぶと、そのページを開きます。",
        "お使いのカレンダーに取り込むこともできます。",
      ],
      terms: [],
    },
  } satisfies ModuleHelp,
  ...MODULES.map(({ help }) => help),
);

export const pageHelp = (pattern: string): ShownHelp | undefined => helpFor(PAGE_HELP, pattern);
