import { type RouteConfigEntry, route } from "@react-router/dev/routes";
import { listFiles } from "#platform/lists/list-routes.ts";

const page = (url: string, file: string) => route(url, `foundation/organisations/pages/${file}`);

export const organisationRoutes: RouteConfigEntry[] = [
  page("organisations", "organisations.tsx"),
  page("organisations/new", "new.tsx"),
  page("organisations/import", "import.tsx"),
  page("organisations/import/:import", "import-one.tsx"),
  page("organisations/:organisation", "organisation.tsx"),
  page("organisations/:organisation/edit", "edit.tsx"),
];

/** Files, which stand outside the frame of the pages. */
export const organisationFileRoutes: RouteConfigEntry[] = [
  ...listFiles("organisations", "foundation/organisations/pages/export.tsx"),
  page("organisations/import/:import/rejected.csv", "rejected.tsx"),
];
