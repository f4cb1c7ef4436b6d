import type { YuiModule } from "#foundation/modules/public.ts";
import { PUBLICATION_WORDS } from "./messages.ts";

export const publication: YuiModule = {
  name: "publication",
  words: PUBLICATION_WORDS,
  addressWords: ["publication", "period", "number", "format"],
  async routes() {
    const { pages, files } = await import("./routes.ts");
    return { pages, files };
  },
};
