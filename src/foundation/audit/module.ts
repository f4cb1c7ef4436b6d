import type { YuiModule } from "#foundation/modules/public.ts";
import { AUDIT_WORDS } from "./reading/messages.ts";

export const audit: YuiModule = {
  name: "audit",
  words: AUDIT_WORDS,
  menu: [
    {
      label: "記録と監査",
      to: () => "/audit",
      roles: ["auditor", "administrator"],
      group: "upkeep",
      position: 20,
    },
  ],
  commands: [{ names: ["audit"], load: async () => (await import("./cli.ts")).registerAudit }],
  async work() {
    const { auditToday, checkLog } = await import("./api.server.ts");
    return {
      today: auditToday,
      rounds: [{ name: "the log verified", everyMs: 24 * 3_600_000, run: checkLog }],
    };
  },
  async routes() {
    const { auditFileRoutes, auditRoutes } = await import("./routes.ts");
    return { pages: auditRoutes, files: auditFileRoutes };
  },
};
