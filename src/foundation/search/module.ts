import type { YuiModule } from "#foundation/modules/public.ts";
import { SEARCH_HELP } from "./help.messages.ts";
import { SEARCH_WORDS } from "./messages.ts";

export const search: YuiModule = {
  name: "search",
  words: SEARCH_WORDS,
  help: SEARCH_HELP,
  tables: {
    search_thing: { holds: "persons", until: "the thing itself is gone", backup: "empty" },
  },
  async routes() {
    const { searchRoutes } = await import("./routes.ts");
    return { pages: searchRoutes };
  },
};
