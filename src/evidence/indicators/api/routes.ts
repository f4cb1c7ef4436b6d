import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Outside the frame: answers JSON. */
export const apiRoutes: RouteConfigEntry[] = [route("api/v1/*", "evidence/indicators/api/pages/api.tsx")];
