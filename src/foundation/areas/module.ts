import { WORKING_STAFF, type YuiModule } from "#foundation/modules/public.ts";
import { AREA_HELP } from "./help.messages.ts";
import { AREA_WORDS } from "./messages.ts";

export const areas: YuiModule = {
  name: "areas",
  words: AREA_WORDS,
  help: AREA_HELP,
  kinds: { area: "地域" },
  tables: {
    area: { holds: "facts", until: "a newer file replaces it" },
    area_part: { holds: "facts", until: "a newer file replaces it" },
    area_data: { holds: "facts", until: "a newer file replaces it" },
    town: { holds: "facts", until: "a newer file replaces it" },
    town_file: { holds: "facts", until: "a newer file replaces it" },
  },
  menu: [
    {
      label: "地域を探す",
      icon: "map",
      to: () => "/areas",
      roles: WORKING_STAFF,
      group: "beyond",
      position: 30,
      end: true,
    },
  ],
  addressWords: ["area"],
  commands: [
    { names: ["areas"], load: async () => (await import("./cli.ts")).registerAreas },
    { names: ["boundaries"], load: async () => (await import("./cli.ts")).registerBoundaries },
  ],
  async routes() {
    const { areaRoutes } = await import("./routes.ts");
    return { pages: areaRoutes };
  },
  async work() {
    const { FOUND_AREAS, FOUND_TOWNS, loadReferenceAreas } = await import("./public.ts");
    return {
      reference: [{ name: "areas", load: loadReferenceAreas }],
      finds: [FOUND_AREAS, FOUND_TOWNS],
    };
  },
};
