import { index, layout, type RouteConfig, route } from "@react-router/dev/routes";
import { apiRoutes } from "./evidence/indicators/api/routes.ts";
import { importFileRoutes, importRoutes } from "./evidence/indicators/imports/routes.ts";
import { methodRoutes } from "./evidence/indicators/methods/routes.ts";
import { profileFileRoutes, profileRoutes } from "./evidence/indicators/profile/routes.ts";
import { areaRoutes } from "./foundation/areas/routes.ts";
import { auditFileRoutes, auditRoutes } from "./foundation/audit/routes.ts";
import { identityApiRoutes, identityRoutes } from "./foundation/identity/routes.ts";
import { organisationFileRoutes, organisationRoutes } from "./foundation/organisations/routes.ts";
import { councilFileRoutes, councilRoutes } from "./programmes/councils/routes.ts";
import { planApiRoutes, planFileRoutes, planRoutes } from "./programmes/plan/routes.ts";
import { supportFileRoutes, supportRoutes } from "./programmes/support/routes.ts";

/** The one table of URLs, assembled from the modules' own routes.ts. Pages stand in the frame; files and the API do not. */
export default [
  layout("shell/layout.tsx", [
    index("shell/home.tsx"),
    route("today", "shell/today.tsx"),
    ...identityRoutes,
    ...auditRoutes,
    ...areaRoutes,
    ...profileRoutes,
    ...importRoutes,
    ...methodRoutes,
    ...organisationRoutes,
    ...planRoutes,
    ...supportRoutes,
    ...councilRoutes,
  ]),
  ...identityApiRoutes,
  ...auditFileRoutes,
  ...organisationFileRoutes,
  ...profileFileRoutes,
  ...apiRoutes,
  ...importFileRoutes,
  ...planApiRoutes,
  ...planFileRoutes,
  ...councilFileRoutes,
  ...supportFileRoutes,
] satisfies RouteConfig;
