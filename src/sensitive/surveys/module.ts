import type { YuiModule } from "#foundation/modules/public.ts";
import { SURVEY_WORDS } from "./audit.messages.ts";
import { SURVEY_HELP } from "./help.messages.ts";

const UNTIL = "ten years after the survey was closed: then the office is told, and lets go of them";
const persons = { holds: "persons", until: UNTIL } as const;

export const surveys: YuiModule = {
  name: "surveys",
  words: SURVEY_WORDS,
  help: SURVEY_HELP,
  kinds: { survey: "調査", "survey-unit": "調査の対象", "survey-code": "回答用の番号" },
  tables: {
    survey: { holds: "facts", until: "no end: waves are compared by it" },
    survey_unit: persons,
    survey_answer: persons,
    survey_code: { holds: "facts", until: "its survey is closed" },
    survey_paper: { holds: "persons", until: "its two entries agree" },
    survey_column: persons,
    survey_edition: { holds: "facts", until: "no end: later tables are suppressed beside it" },
    survey_edition_counts: { holds: "facts", until: "no end: later tables are suppressed beside it" },
    survey_finding: { holds: "facts", until: "no end: issues and targets rest on it" },
    survey_statement: { holds: "facts", until: "no end: issues rest on it" },
  },
  menu: [
    {
      label: "調査",
      icon: "chart",
      to: () => "/surveys",
      roles: ["coordinator"],
      group: "work",
      position: 75,
    },
  ],
  addressWords: ["question", "file", "text", "language"],
  neverHeld: { paths: /^\/(s|w)(\/|$)|\/surveys\/[^/]+\/paper$/ },
  commands: [
    {
      names: ["surveys"],
      load: async () => (await import("./cli.ts")).registerSurveys,
    },
  ],
  async routes() {
    const { surveyFileRoutes, surveyRoutes } = await import("./routes.ts");
    return { pages: surveyRoutes, files: surveyFileRoutes };
  },
  async work() {
    const { surveysToday } = await import("./design/survey.queries.server.ts");
    const { loadDemonstrationSurveys } = await import("./system/survey-demonstration.commands.server.ts");
    const { SURVEY_LETTERS } = await import("./frame/letter.messages.ts");
    return {
      today: surveysToday,
      letters: SURVEY_LETTERS,
      uploads: [{ path: /^\/offices\/[^/]+\/surveys\/[^/]+\/frame$/, bytes: 20 * 1024 * 1024 }],
      demonstration: [{ name: "surveys", load: loadDemonstrationSurveys }],
    };
  },
};
