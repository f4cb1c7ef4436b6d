import type { YuiModule } from "#foundation/modules/public.ts";
import { CLIENT_HELP } from "./help.messages.ts";
import { CLIENT_WORDS } from "./messages.ts";

export const datasets: YuiModule = {
  name: "datasets",
  words: CLIENT_WORDS,
  help: CLIENT_HELP,
  kinds: { "api-client": "データ連携" },
  tables: { api_client: { holds: "facts", until: "no end: entries of the log name it" } },
  addressWords: ["dataset"],
  menu: [
    {
      label: "データ連携",
      icon: "globe",
      to: (area) => `/areas/${area}/api-clients`,
      roles: ["coordinator"],
      group: "upkeep",
      position: 35,
    },
  ],
  async routes() {
    const { datasetPages, datasetRoutes } = await import("./routes.ts");
    return { pages: datasetPages, files: datasetRoutes };
  },
};
