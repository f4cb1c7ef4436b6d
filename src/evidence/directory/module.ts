import { WORKING_STAFF, type YuiModule } from "#foundation/modules/public.ts";
import { DIRECTORY_HELP } from "./help.messages.ts";
import { DIRECTORY_WORDS } from "./messages.ts";

const HALF_MINUTE_MS = 30_000;
const HOUR_MS = 3_600_000;
const LONGEST_UPLOAD_BYTES = 500 * 1024 ** 2;

export const directory: YuiModule = {
  name: "directory",
  words: DIRECTORY_WORDS,
  help: DIRECTORY_HELP,
  kinds: { resource: "地域資源" },
  tables: {
    directory_resource: { holds: "facts", until: "it stays, so that no import brings back what was let go" },
    directory_tombstone: { holds: "facts", until: "no end: harvesters may come late" },
    directory_index: { holds: "facts", until: "its entry is listed no more" },
    directory_report: { holds: "facts", until: "with its entry; who reported is never kept" },
    directory_distinct: { holds: "facts", until: "with its entries" },
    directory_town: { holds: "facts", until: "the operator loads a newer file" },
  },
  openPages: [
    { label: { ja: "地域資源", en: "Resources" }, to: (area) => `/areas/${area}/directory`, position: 40 },
  ],
  menu: [
    {
      label: "地域資源",
      icon: "map",
      to: (area) => `/areas/${area}/directory/manage`,
      roles: [...WORKING_STAFF, "directory_editor"],
      group: "work",
      position: 100,
    },
    {
      label: "地域資源を探す",
      icon: "map",
      to: (area) => `/areas/${area}/directory`,
      roles: ["workplace"],
      group: "work",
      position: 65,
      end: true,
    },
  ],
  commands: [{ names: ["directory"], load: async () => (await import("./cli.ts")).registerDirectory }],
  async routes() {
    const { directoryFileRoutes, directoryRoutes } = await import("./routes.ts");
    return { pages: directoryRoutes, files: directoryFileRoutes };
  },
  async work() {
    const made = await import("./public.ts");
    return {
      today: made.directoryToday,
      calendar: made.directoryDays,
      letters: made.DIRECTORY_LETTERS,
      fhir: made.DIRECTORY_FHIR,
      publishes: made.DIRECTORY_PUBLISHED,
      carries: [made.CARRIED_RESOURCES],
      finds: [made.FOUND_RESOURCES],
      jobs: [made.resourceImportJob],
      rounds: [
        { name: "directory search", everyMs: HALF_MINUTE_MS, run: made.refreshDirectory },
        { name: "directory owners", everyMs: HOUR_MS, run: made.askOwners },
      ],
      // It streams to the disk and tells there that a file is too long.
      uploads: [{ path: /^\/areas\/[^/]+\/directory\/import$/, bytes: LONGEST_UPLOAD_BYTES }],
      demonstration: [{ name: "directory", load: made.loadDemonstrationDirectory }],
    };
  },
};
