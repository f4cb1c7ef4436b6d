import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const letterRoutes: RouteConfigEntry[] = [
  route("areas/:area/letters/:module", "foundation/letters/pages/letters.tsx"),
];
