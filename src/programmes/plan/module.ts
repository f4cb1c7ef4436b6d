import type { YuiModule } from "#foundation/modules/public.ts";
import { PLAN_WORDS } from "./audit.messages.ts";
import { PLAN_HELP } from "./help.messages.ts";

const MB = 1024 ** 2;
const HOUR_MS = 3_600_000;

export const plan: YuiModule = {
  name: "plan",
  words: PLAN_WORDS,
  help: PLAN_HELP,
  kinds: {
    plan: "計画",
    issue: "健康課題",
    goal: "目標",
    target: "目標値",
    initiative: "事業",
    measure: "指標",
    activity: "活動",
  },
  tables: {
    plan_issue: { holds: "facts", until: "it is deleted" },
    plan_pillar: { holds: "facts", until: "it is deleted" },
    plan_goal: { holds: "facts", until: "it is deleted" },
    plan_target: { holds: "facts", until: "it is deleted" },
    plan_target_value: { holds: "facts", until: "it is deleted" },
    plan_evidence: { holds: "facts", until: "it is deleted" },
    plan_initiative: { holds: "facts", until: "it is deleted" },
    plan_initiative_organisation: { holds: "facts", until: "it is deleted" },
    plan_measure: { holds: "facts", until: "it is deleted" },
    plan_measure_value: { holds: "facts", until: "it is deleted" },
    plan_activity: { holds: "facts", until: "it is deleted" },
    plan_activity_file: { holds: "facts", until: "it is deleted" },
    plan_evaluation: { holds: "facts", until: "it is deleted" },
    plan_publication: { holds: "facts", until: "it is deleted" },
    plan_library_entry: { holds: "facts", until: "it is deleted" },
  },
  menu: [
    {
      label: "計画",
      icon: "plan",
      to: (area) => `/areas/${area}/plan`,
      roles: ["coordinator", "member"],
      group: "work",
      position: 80,
    },
  ],
  async routes() {
    const { planApiRoutes, planFileRoutes, planRoutes } = await import("./routes.ts");
    return { pages: planRoutes, files: [...planFileRoutes, ...planApiRoutes] };
  },
  async work() {
    const plan = await import("./public.ts");
    const { activityImportJob, commentsToday, countMaterials, countWhatCame } = plan;
    const { LONGEST_ATTACHMENT_BYTES } = await import("#platform/files/attachments.ts");
    return {
      today: commentsToday,
      finds: [plan.FOUND_INITIATIVES, plan.FOUND_PUBLISHED_INITIATIVES],
      jobs: [activityImportJob],
      rounds: [
        { name: "activities whose day has come", everyMs: HOUR_MS, run: countWhatCame },
        { name: "materials that went out", everyMs: HOUR_MS, run: countMaterials },
      ],
      uploads: [
        {
          path: /^\/areas\/[^/]+\/plan\/activities\/[0-9a-f-]{36}$/,
          bytes: LONGEST_ATTACHMENT_BYTES + MB,
        },
        // It streams to the disk.
        { path: /^\/areas\/[^/]+\/plan\/activities\/import$/, bytes: 64 * MB },
      ],
    };
  },
};
