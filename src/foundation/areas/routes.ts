import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const areaRoutes: RouteConfigEntry[] = [route("areas", "foundation/areas/pages/areas.tsx")];
