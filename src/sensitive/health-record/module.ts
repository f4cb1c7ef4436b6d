import type { YuiModule } from "#foundation/modules/public.ts";
import { HEALTH_RECORD_WORDS } from "./audit.messages.ts";
import { HEALTH_RECORD_HELP } from "./help.messages.ts";

const OWN = { holds: "persons", until: "the person deletes the file" } as const;

export const healthRecord: YuiModule = {
  name: "health-record",
  words: HEALTH_RECORD_WORDS,
  help: HEALTH_RECORD_HELP,
  kinds: { "health-file": "健康ファイル" },
  tables: { health_file: OWN, health_entry: OWN, health_share: OWN, health_share_look: OWN },
  commands: [{ names: ["health-files"], load: async () => (await import("./cli.ts")).registerHealthFiles }],
  addressWords: ["item", "paper"],
  neverHeld: { paths: /^\/health-file(\/|$)/, fields: ["word"] },
  async routes() {
    const { healthRecordFiles, healthRecordRoutes } = await import("./routes.ts");
    return { pages: healthRecordRoutes, files: healthRecordFiles };
  },
  async work() {
    return { uploads: [{ path: /^\/health-file\/keep$/, bytes: 6 * 1024 * 1024 }] };
  },
};
