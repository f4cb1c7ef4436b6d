import type { YuiModule } from "#foundation/modules/public.ts";
import { LETTER_HELP } from "./help.messages.ts";
import { LETTER_WORDS } from "./messages.ts";

export const letters: YuiModule = {
  name: "letters",
  words: LETTER_WORDS,
  help: LETTER_HELP,
  kinds: { letter: "文面" },
  addressWords: ["module"],
  async routes() {
    const { letterRoutes } = await import("./routes.ts");
    return { pages: letterRoutes };
  },
};
