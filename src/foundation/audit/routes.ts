import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Pages in the frame. */
export const auditRoutes: RouteConfigEntry[] = [route("audit", "foundation/audit/pages/audit.tsx")];

/** What answers without a page. */
export const auditFileRoutes: RouteConfigEntry[] = [route("audit.csv", "foundation/audit/pages/export.tsx")];
