import type { YuiModule } from "#foundation/modules/public.ts";
import { AUDIT_HELP } from "./help.messages.ts";
import { AUDIT_WORDS } from "./reading/messages.ts";

export const audit: YuiModule = {
  name: "audit",
  words: AUDIT_WORDS,
  help: AUDIT_HELP,
  kinds: { audit: "記録" },
  tables: {
    audit_entry: { holds: "persons", until: "no end: the log is the proof of all others" },
    audit_chain: { holds: "persons", until: "no end: the log is the proof of all others" },
    audit_waiting: { holds: "facts", until: "seconds, until it is bound" },
    audit_check: { holds: "facts", until: "the last 400 checks" },
  },
  menu: [
    {
      label: "記録と監査",
      icon: "audit",
      to: () => "/audit",
      roles: ["auditor", "administrator"],
      group: "upkeep",
      position: 20,
    },
  ],
  commands: [{ names: ["audit"], load: async () => (await import("./cli.ts")).registerAudit }],
  async work() {
    const { auditToday, checkLogDaily } = await import("./api.server.ts");
    return {
      today: auditToday,
      rounds: [{ name: "the log verified", everyMs: 24 * 3_600_000, run: checkLogDaily }],
    };
  },
  async routes() {
    const { auditFileRoutes, auditRoutes } = await import("./routes.ts");
    return { pages: auditRoutes, files: auditFileRoutes };
  },
};
