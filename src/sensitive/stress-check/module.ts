import type { YuiModule } from "#foundation/modules/public.ts";
import { STRESS_WORDS } from "./audit.messages.ts";
import { STRESS_HELP } from "./help.messages.ts";

const UNTIL = "five years after its run was closed";
const persons = { holds: "persons", until: UNTIL } as const;

export const stressCheck: YuiModule = {
  name: "stress-check",
  words: STRESS_WORDS,
  help: STRESS_HELP,
  kinds: {
    "stress-run": "ストレスチェック",
    "stress-workplace": "ストレスチェックの事業所",
    "stress-code": "回答用の番号",
    "stress-worker": "ストレスチェックの受検者",
    "stress-request": "面接指導の申出",
  },
  tables: {
    stress_run: { holds: "facts", until: "no end: years are compared by it" },
    stress_workplace: { holds: "facts", until: "no end: years are compared by it" },
    stress_step: { holds: "facts", until: "no end: the record that each step was done" },
    stress_worker: persons,
    stress_answer: persons,
    stress_result: persons,
    stress_paper: { holds: "persons", until: "its two entries agree" },
    stress_request: persons,
    stress_release: persons,
    stress_sheet: { holds: "facts", until: "no end: years are compared by it" },
  },
  menu: [
    {
      label: "ストレスチェック",
      icon: "consult",
      to: () => "/stress-checks",
      roles: ["implementer", "organiser", "interview_doctor"],
      group: "work",
      position: 77,
    },
  ],
  neverHeld: { paths: /^\/stress(\/|$)|\/stress-(checks|interviews)\// },
  commands: [{ names: ["stress-checks"], load: async () => (await import("./cli.ts")).registerStressChecks }],
  async routes() {
    const { stressFileRoutes, stressRoutes } = await import("./routes.ts");
    return { pages: stressRoutes, files: stressFileRoutes };
  },
  async work() {
    const { stressToday } = await import("./runs/run.queries.server.ts");
    const { loadDemonstrationStress } = await import("./demonstration/stress-sample.usecases.server.ts");
    return { today: stressToday, demonstration: [{ name: "stress checks", load: loadDemonstrationStress }] };
  },
};
