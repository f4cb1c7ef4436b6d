import type { YuiModule } from "#foundation/modules/public.ts";
import { LENDING_HELP } from "./help.messages.ts";
import { LENDING_WORDS } from "./messages.ts";

const FACTS = { holds: "facts", until: "no end: what the area lends" } as const;

export const lending: YuiModule = {
  name: "lending",
  words: LENDING_WORDS,
  help: LENDING_HELP,
  kinds: {
    "lending-office": "貸出窓口",
    "lending-model": "貸出機器の機種",
    "lending-kit": "貸出セット",
    "lending-loan": "機器の貸出し",
  },
  tables: {
    lending_office: FACTS,
    lending_model: FACTS,
    lending_unit: FACTS,
    lending_kit: FACTS,
    lending_loan: {
      holds: "persons",
      until: "the loan itself stays for the counts",
      purge: {
        after: "made_at",
        period: "contact",
        clear: { contact: "", phone: "", email: "", purpose: "", signed_by: "", answer: "" },
      },
    },
    lending_wish: { holds: "facts", until: "no end: counts" },
    lending_hold: { holds: "facts", until: "no end: which unit was away when, without a name" },
  },
  openPages: [
    {
      label: { ja: "機器の貸出し", en: "Equipment to borrow" },
      to: (area) => `/areas/${area}/lending`,
      position: 75,
    },
  ],
  menu: [
    {
      label: "機器の貸出し",
      icon: "calendar",
      to: (area) => `/areas/${area}/lending`,
      roles: ["coordinator", "provider", "member", "workplace"],
      group: "work",
      position: 93,
    },
  ],
  async routes() {
    const { lendingFileRoutes, lendingRoutes } = await import("./routes.ts");
    return { pages: lendingRoutes, files: lendingFileRoutes };
  },
  async work() {
    const lending = await import("./public.ts");
    return {
      today: lending.lendingToday,
      demonstration: [{ name: "lending", load: lending.loadDemonstrationLending }],
    };
  },
};
