import type { YuiModule } from "#foundation/modules/public.ts";
import { COUNCIL_WORDS } from "./audit.messages.ts";

const MB = 1024 ** 2;
const MINUTE_MS = 60_000;

export const councils: YuiModule = {
  name: "councils",
  words: COUNCIL_WORDS,
  menu: [
    {
      label: "協議会",
      to: (area) => `/areas/${area}/council`,
      roles: ["coordinator", "member"],
      group: "work",
      position: 70,
    },
    {
      label: "全国の協議会",
      to: () => "/councils",
      roles: ["coordinator", "member", "administrator", "auditor"],
      group: "beyond",
      position: 20,
    },
  ],
  commands: [{ names: ["plan", "report"], load: async () => (await import("./cli.ts")).registerCouncils }],
  async routes() {
    const { councilFileRoutes, councilRoutes } = await import("./routes.ts");
    return { pages: councilRoutes, files: councilFileRoutes };
  },
  async work() {
    const councils = await import("./public.ts");
    const { councilToday, loadDemonstrationCouncils, refreshBoard, remindCouncils, remindDuePolls } =
      councils;
    const { LONGEST_ATTACHMENT_BYTES } = await import("#platform/files/attachments.ts");
    return {
      letters: councils.COUNCIL_LETTERS,
      today: councilToday,
      rounds: [
        { name: "poll reminders", everyMs: 10 * MINUTE_MS, run: remindDuePolls },
        { name: "council reminders", everyMs: 10 * MINUTE_MS, run: remindCouncils },
        { name: "board of councils", everyMs: 60 * MINUTE_MS, run: refreshBoard },
      ],
      uploads: [{ path: /^\/areas\/[^/]+\/council\/meetings\/[^/]+$/, bytes: LONGEST_ATTACHMENT_BYTES + MB }],
      demonstration: [{ name: "councils and plans", load: loadDemonstrationCouncils }],
    };
  },
};
