import type { YuiModule } from "#foundation/modules/public.ts";
import { OPERATION_HELP } from "./help.messages.ts";
import { OPERATION_WORDS } from "./messages.ts";

const EVERY_MS = 10 * 60_000;

export const operation: YuiModule = {
  name: "operation",
  words: OPERATION_WORDS,
  help: OPERATION_HELP,
  kinds: { operation: "システムの状態" },
  tables: { operation_alert: { holds: "facts", until: "what went wrong is mended" } },
  menu: [
    {
      label: "システムの状態",
      icon: "chart",
      to: () => "/operation",
      roles: ["administrator"],
      group: "upkeep",
      position: 50,
      nationwide: true,
    },
  ],
  async routes() {
    const { operationFileRoutes, operationRoutes } = await import("./routes.ts");
    return { pages: operationRoutes, files: operationFileRoutes };
  },
  async work() {
    const { watchOperation } = await import("./public.ts");
    return { rounds: [{ name: "the installation watched", everyMs: EVERY_MS, run: watchOperation }] };
  },
};
