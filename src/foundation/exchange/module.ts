import type { YuiModule } from "#foundation/modules/public.ts";
import { EXCHANGE_HELP } from "./help.messages.ts";
import { EXCHANGE_WORDS } from "./messages.ts";

const LONGEST_UPLOAD_BYTES = 52 * 1024 ** 2;

export const exchange: YuiModule = {
  name: "exchange",
  words: EXCHANGE_WORDS,
  help: EXCHANGE_HELP,
  kinds: { exchange: "データの受け渡し" },
  tables: {
    exchange_installation: { holds: "secrets", until: "as long as the installation" },
    exchange_partner: { holds: "facts", until: "no end: bundles of a partner that ended stay known" },
    exchange_bundle: {
      holds: "persons",
      until: "no end: the ledger stops replays; what a bundle holds, sealed, goes once it is delivered",
    },
    exchange_refusal: { holds: "facts", until: "no end: what was refused may have been an attack" },
  },
  menu: [
    {
      label: "データの受け渡し",
      icon: "upload",
      to: () => "/exchange",
      roles: ["administrator"],
      group: "upkeep",
      position: 40,
      nationwide: true,
    },
  ],
  async routes() {
    const { exchangeFileRoutes, exchangeRoutes } = await import("./routes.ts");
    return { pages: exchangeRoutes, files: exchangeFileRoutes };
  },
  async work() {
    const { exchangeToday } = await import("./public.ts");
    return { today: exchangeToday, uploads: [{ path: /^\/exchange$/, bytes: LONGEST_UPLOAD_BYTES }] };
  },
};
