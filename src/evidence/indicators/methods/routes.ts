import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const methodRoutes: RouteConfigEntry[] = [
  route("methods/:method?", "evidence/indicators/methods/pages/method.tsx"),
];
