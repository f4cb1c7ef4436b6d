import { WORKING_STAFF, type YuiModule } from "#foundation/modules/public.ts";
import { ORGANISATION_HELP } from "./help.messages.ts";
import { ORGANISATION_WORDS } from "./messages.ts";

const LONGEST_UPLOAD_BYTES = 2 * 1024 ** 3;

export const organisations: YuiModule = {
  name: "organisations",
  words: ORGANISATION_WORDS,
  help: ORGANISATION_HELP,
  kinds: { organisation: "関係機関" },
  tables: {
    organisation: {
      holds: "persons",
      until: "the organisation is deleted; earlier versions stay as history",
    },
    organisation_area: {
      holds: "persons",
      until: "the organisation is deleted; earlier versions stay as history",
    },
  },
  menu: [
    {
      label: "関係機関",
      icon: "house",
      to: (area) => `/organisations?area=${area}`,
      roles: WORKING_STAFF,
      group: "work",
      position: 110,
    },
  ],
  commands: [{ names: ["import"], load: async () => (await import("./cli.ts")).registerOrganisations }],
  async routes() {
    const { organisationFileRoutes, organisationRoutes } = await import("./routes.ts");
    return { pages: organisationRoutes, files: organisationFileRoutes };
  },
  async work() {
    const { FOUND_ORGANISATIONS, loadDemonstrationOrganisations, organisationImportJob } = await import(
      "./public.ts"
    );
    return {
      jobs: [organisationImportJob],
      finds: [FOUND_ORGANISATIONS],
      // It streams to the disk and tells there that a file is too long.
      uploads: [{ path: /^\/organisations\/import$/, bytes: LONGEST_UPLOAD_BYTES }],
      demonstration: [{ name: "organisations", load: loadDemonstrationOrganisations }],
    };
  },
};
