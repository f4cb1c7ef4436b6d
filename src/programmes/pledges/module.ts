import type { YuiModule } from "#foundation/modules/public.ts";
import { PLEDGE_HELP } from "./help.messages.ts";
import { PLEDGE_WORDS } from "./messages.ts";

const CHECK = {
  holds: "persons",
  until: "its link is over, or its maker deletes it",
  purge: { after: "expires_at", period: "link" },
} as const;

export const pledges: YuiModule = {
  name: "pledges",
  words: PLEDGE_WORDS,
  help: PLEDGE_HELP,
  kinds: {
    act: "できること",
    "act-check": "できることチェック",
    "act-question": "できることチェックの質問",
    pledge: "健康宣言",
  },
  tables: {
    act_question: { holds: "facts", until: "it stays, as checks were asked it" },
    act_check: CHECK,
    act_step: { holds: "persons", until: "with its check" },
    act_voice: { holds: "persons", until: "with its check; nobody is named" },
    pledge: { holds: "facts", until: "no end: what was undertaken, by name of the workplace alone" },
  },
  openPages: [
    {
      label: { ja: "みんなのできること", en: "What everybody can do" },
      to: (area) => `/areas/${area}/acts`,
      position: 60,
    },
  ],
  menu: [
    {
      label: "健康宣言",
      icon: "check",
      to: (area) => `/areas/${area}/pledges`,
      roles: ["coordinator"],
      group: "work",
      position: 97,
    },
    {
      label: "できることチェック",
      icon: "check",
      to: (area) => `/areas/${area}/act-checks`,
      roles: ["workplace"],
      group: "work",
      position: 55,
    },
  ],
  commands: [{ names: ["pledges"], load: async () => (await import("./cli.ts")).registerPledges }],
  async routes() {
    const { pledgeFileRoutes, pledgeRoutes } = await import("./routes.ts");
    return { pages: pledgeRoutes, files: pledgeFileRoutes };
  },
  async work() {
    const { loadDemonstrationPledges, pledgesToday } = await import("./public.ts");
    return {
      today: pledgesToday,
      demonstration: [{ name: "pledges", load: loadDemonstrationPledges }],
    };
  },
};
