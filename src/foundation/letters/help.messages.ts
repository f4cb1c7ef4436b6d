import type { ModuleHelp } from "#foundation/help/public.ts";

/** What each page is for, and how its work is done. */
export const LETTER_HELP: ModuleHelp = {
  "areas/:area/letters/:module": {
    about: "本システムが送るメールの文面を、地域に合わせて変更するページです。",
    steps: [
      "変更する文面を選びます。",
      "差し込みの欄（{…}）を残して編集し、見本で確認します。",
      "保存すると、次の送信から使われます。標準の文面に戻すこともできます。",
    ],
    terms: ["メールの文面"],
  },
};
