import { type RouteConfigEntry, route } from "@react-router/dev/routes";
import { listFiles } from "#platform/lists/list-routes.ts";

/** Pages in the frame. */
export const auditRoutes: RouteConfigEntry[] = [route("audit", "foundation/audit/pages/audit.tsx")];

/** What answers without a page. */
export const auditFileRoutes: RouteConfigEntry[] = listFiles("audit", "foundation/audit/pages/export.tsx");
