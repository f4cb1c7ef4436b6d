import { WORKING_STAFF, type YuiModule } from "#foundation/modules/public.ts";
import { INDICATOR_HELP } from "./help.messages.ts";
import { INDICATOR_WORDS } from "./messages.ts";

const LONGEST_UPLOAD_BYTES = 2 * 1024 ** 3;

export const indicators: YuiModule = {
  name: "indicators",
  words: INDICATOR_WORDS,
  help: INDICATOR_HELP,
  tables: {
    indicator: { holds: "facts", until: "the figure is withdrawn; history stays" },
    observation_source: { holds: "facts", until: "the figure is withdrawn; history stays" },
    observation: { holds: "facts", until: "the figure is withdrawn; history stays" },
    observation_history: { holds: "facts", until: "the figure is withdrawn; history stays" },
    age_band_ratio: { holds: "facts", until: "the figure is withdrawn; history stays" },
    area_survey: { holds: "facts", until: "the figure is withdrawn; history stays" },
    area_survey_finding: { holds: "facts", until: "the figure is withdrawn; history stays" },
    area_target: { holds: "facts", until: "the figure is withdrawn; history stays" },
    activity_count: { holds: "facts", until: "the figure is withdrawn; history stays" },
  },
  openPages: [
    { label: { ja: "健康プロフィール", en: "Health profile" }, to: (area) => `/areas/${area}`, position: 10 },
  ],
  menu: [
    {
      label: "健康情報",
      icon: "chart",
      to: (area) => `/areas/${area}`,
      roles: [...WORKING_STAFF, "workplace"],
      group: "work",
      position: 60,
      end: true,
    },
    {
      label: "取り込み",
      icon: "upload",
      to: () => "/imports",
      roles: ["coordinator", "administrator"],
      group: "beyond",
      position: 10,
    },
  ],
  // `*` is what the API answers itself.
  addressWords: ["indicator", "theme", "method", "*"],
  commands: [
    { names: ["import", "profile"], load: async () => (await import("./cli.ts")).registerIndicators },
  ],
  async routes() {
    const [profile, imports, methods, api] = await Promise.all([
      import("./profile/routes.ts"),
      import("./imports/routes.ts"),
      import("./methods/routes.ts"),
      import("./api/routes.ts"),
    ]);
    return {
      pages: [...profile.profileRoutes, ...imports.importRoutes, ...methods.methodRoutes],
      files: [...profile.profileFileRoutes, ...imports.importFileRoutes, ...api.apiRoutes],
    };
  },
  async work() {
    const made = await import("./public.ts");
    return {
      fhir: made.INDICATOR_FHIR,
      publishes: made.INDICATORS_PUBLISHED,
      today: made.importsToday,
      jobs: [made.importJob],
      finds: [made.FOUND_INDICATORS],
      // It streams to the disk.
      uploads: [{ path: /^\/imports\/new$/, bytes: LONGEST_UPLOAD_BYTES }],
      reference: [{ name: "indicators", load: made.loadReferenceIndicators }],
      demonstration: [
        { name: "known figures", load: made.loadDemonstrationObservations },
        { name: "known facts", load: made.loadDemonstrationProfile },
      ],
    };
  },
};
