import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const helpRoutes: RouteConfigEntry[] = [
  route("handbook/:part?", "foundation/help/pages/handbook.tsx"),
  route("glossary", "foundation/help/pages/glossary.tsx"),
  route("whats-new", "foundation/help/pages/whats-new.tsx"),
];
