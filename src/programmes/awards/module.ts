import { WORKING_STAFF, type YuiModule } from "#foundation/modules/public.ts";
import { AWARD_HELP } from "./help.messages.ts";
import { AWARD_WORDS } from "./messages.ts";

const FACTS = { holds: "facts", until: "no end: what was decided stays" } as const;

export const awards: YuiModule = {
  name: "awards",
  words: AWARD_WORDS,
  help: AWARD_HELP,
  kinds: {
    "award-round": "表彰の募集",
    "award-entry": "表彰の応募",
    "award-judge": "審査員",
    honour: "表彰",
  },
  tables: {
    award_round: FACTS,
    award_entry: {
      holds: "persons",
      until: "the entry itself stays for the decision",
      purge: {
        after: "made_at",
        period: "contact",
        clear: { contact: "", phone: "", email: "", address: "" },
      },
    },
    award_judge: { holds: "persons", until: "no end: who decided stays with the decision" },
    award_review: { holds: "persons", until: "with its entry" },
    honour: FACTS,
  },
  openPages: [{ label: { ja: "表彰", en: "Awards" }, to: (area) => `/areas/${area}/awards`, position: 80 }],
  menu: [
    {
      label: "表彰・登録",
      icon: "check",
      to: (area) => `/areas/${area}/awards`,
      roles: [...WORKING_STAFF, "workplace"],
      group: "work",
      position: 98,
    },
  ],
  addressWords: ["code"],
  commands: [{ names: ["honours"], load: async () => (await import("./cli.ts")).registerHonours }],
  async routes() {
    const { awardFileRoutes, awardRoutes } = await import("./routes.ts");
    return { pages: awardRoutes, files: awardFileRoutes };
  },
  async work() {
    const { AWARD_LETTERS, awardsToday, FOUND_ROUNDS, loadDemonstrationAwards } = await import("./public.ts");
    return {
      today: awardsToday,
      letters: AWARD_LETTERS,
      finds: [FOUND_ROUNDS],
      demonstration: [{ name: "awards", load: loadDemonstrationAwards }],
    };
  },
};
