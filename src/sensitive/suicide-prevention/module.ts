import type { YuiModule } from "#foundation/modules/public.ts";
import { PREVENTION_WORDS } from "./audit.messages.ts";
import { PREVENTION_HELP } from "./help.messages.ts";

const HOUR_MS = 3_600_000;
const MB = 1024 * 1024;
const YEARS = { holds: "facts", until: "no end: years are compared by it" } as const;

export const suicidePrevention: YuiModule = {
  name: "suicide-prevention",
  words: PREVENTION_WORDS,
  help: PREVENTION_HELP,
  kinds: { prevention: "自殺対策", "prevention-voice": "アンケート" },
  tables: {
    prevention_edition: YEARS,
    prevention_figure: YEARS,
    prevention_five: { holds: "facts", until: "the groups of a newer profile replace it" },
    prevention_path: {
      holds: "facts",
      until: "no end: a number and its days, of no person; the days go when the consent is withdrawn",
    },
    prevention_voice_sheet: { holds: "facts", until: "it is answered" },
    prevention_voice: YEARS,
    prevention_conference: {
      holds: "facts",
      until: "no end: months, counts and two texts that were read twice",
    },
    prevention_attendance: { holds: "facts", until: "no end: that an organisation pledged to keep silent" },
    prevention_stock: YEARS,
    prevention_planned: YEARS,
    prevention_call: {
      holds: "persons",
      until: "it was called, when the number and its key go; or 30 days after it was asked for",
    },
    prevention_hotline_check: { holds: "facts", until: "the next check replaces it" },
    prevention_group: { holds: "facts", until: "what the group says anew replaces it" },
    prevention_trained: { holds: "facts", until: "it is deleted" },
  },
  menu: [
    {
      label: "いのち支える取組",
      icon: "consult",
      to: () => "/prevention",
      roles: ["coordinator", "member", "provider", "caseworker", "supervisor", "reception"],
      group: "work",
      position: 78,
    },
  ],
  neverHeld: {
    paths: /^\/(voices\/|offices\/[^/]+\/(prevention-paths|case-conferences)$|areas\/[^/]+\/workplace-care$)/,
    fields: ["measures", "lesson"],
  },
  commands: [{ names: ["prevention-gaps"], load: async () => (await import("./cli.ts")).registerPrevention }],
  async routes() {
    return { pages: (await import("./routes.ts")).preventionRoutes };
  },
  async work() {
    const [{ preventionToday }, { forgetOldCalls }, { suicideFigures }, { loadDemonstrationPrevention }] =
      await Promise.all([
        import("./support/public-page.queries.server.ts"),
        import("./workplaces/call-round.commands.server.ts"),
        import("./figures/figure-edition.rules.ts"),
        import("./demonstration/prevention-sample.usecases.server.ts"),
      ]);
    return {
      today: preventionToday,
      publications: [suicideFigures],
      rounds: [{ name: "calls that are over", everyMs: HOUR_MS, run: forgetOldCalls }],
      uploads: [{ path: /^\/areas\/[^/]+\/prevention$/, bytes: 51 * MB }],
      demonstration: [{ name: "suicide prevention", load: loadDemonstrationPrevention }],
    };
  },
};
