import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const operationRoutes: RouteConfigEntry[] = [
  route("operation", "foundation/operation/pages/state.tsx"),
];

/** Files, which stand outside the frame. */
export const operationFileRoutes: RouteConfigEntry[] = [
  route("metrics", "foundation/operation/pages/metrics.tsx"),
];
