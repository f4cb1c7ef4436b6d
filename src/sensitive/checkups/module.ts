import type { YuiModule } from "#foundation/modules/public.ts";
import { CHECKUP_WORDS } from "./audit.messages.ts";
import { CHECKUP_HELP } from "./help.messages.ts";

const LONGEST_UPLOAD_BYTES = 6 * 1024 ** 3;
const UNTIL_ERASED =
  "the analyst erases what is older than the years of its agreement; withdrawn imports stay readable to the analyst alone";

export const checkups: YuiModule = {
  name: "checkups",
  words: CHECKUP_WORDS,
  help: CHECKUP_HELP,
  kinds: {
    "provider-agreement": "健診データの取り決め",
    "checkup-edition": "健診集計の版",
    "checkup-question": "健診集計の条件",
    "checkup-picture": "健診でみる地域と職域",
    "checkup-cube": "健診の集計",
  },
  tables: {
    provider_agreement: { holds: "facts", until: "no end: it proves by what right results came in" },
    checkup_column: { holds: "facts", until: "no end: it says how results were read" },
    checkup_record: { holds: "persons", until: UNTIL_ERASED },
    checkup_cube: { holds: "persons", until: UNTIL_ERASED },
    checkup_question: { holds: "facts", until: "somebody deletes it" },
  },
  menu: [
    {
      label: "健診データ",
      icon: "chart",
      to: (area) => `/areas/${area}/checkups`,
      roles: ["analyst", "coordinator"],
      group: "work",
      position: 23,
    },
  ],
  commands: [{ names: ["checkups"], load: async () => (await import("./cli.ts")).registerCheckups }],
  async routes() {
    const { pages, files } = await import("./routes.ts");
    return { pages, files };
  },
  async work() {
    const { checkupImportJob } = await import("./records/record-import.usecases.server.ts");
    const { recountJob } = await import("./cube/cube.commands.server.ts");
    const { CHECKUP_FINDING } = await import("./editions/checkup-edition.rules.ts");
    const { loadDemonstrationCheckups } = await import("./demonstration/checkup-sample.usecases.server.ts");
    return {
      today: (await import("./records/import-waiting.queries.server.ts")).checkupsToday,
      jobs: [checkupImportJob, recountJob],
      publications: [CHECKUP_FINDING],
      uploads: [{ path: /^\/checkup-imports\/new$/, bytes: LONGEST_UPLOAD_BYTES }],
      demonstration: [{ name: "checkups", load: loadDemonstrationCheckups }],
    };
  },
};
