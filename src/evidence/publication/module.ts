import type { YuiModule } from "#foundation/modules/public.ts";
import { PUBLICATION_HELP } from "./help.messages.ts";
import { PUBLICATION_WORDS } from "./messages.ts";

export const publication: YuiModule = {
  name: "publication",
  words: PUBLICATION_WORDS,
  help: PUBLICATION_HELP,
  tables: {
    publication_edition: { holds: "facts", until: "no end: what was published stays readable" },
    publication_counts: { holds: "persons", until: "no end: later editions are hidden knowing them" },
    publication_round: { holds: "facts", until: "the next round" },
  },
  addressWords: ["publication", "period", "number", "format"],
  async work() {
    const { EDITIONS_PUBLISHED } = await import("./public.ts");
    return { publishes: EDITIONS_PUBLISHED };
  },
  async routes() {
    const { pages, files } = await import("./routes.ts");
    return { pages, files };
  },
};
