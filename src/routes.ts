import { index, layout, type RouteConfig, route } from "@react-router/dev/routes";
import type { ModuleRoutes } from "#foundation/modules/public.ts";
import { MODULES } from "./modules.ts";

// One after the other: a tool that loads them with a loader of its own takes what they share for there while it is not.
const routes: ModuleRoutes[] = [];
for (const module of MODULES) routes.push((await module.routes?.()) ?? { pages: [] });

/** The one table of URLs, put together from the modules' own routes.ts. Pages stand in the frame; files and the API do not. */
export default [
  layout("shell/layout.tsx", [
    index("shell/home.tsx"),
    route("today", "shell/today.tsx"),
    route("calendar", "shell/calendar.tsx"),
    route("find", "shell/find.tsx"),
    route("about/:page", "shell/about.tsx"),
    ...routes.flatMap(({ pages }) => pages),
    route("*", "shell/not-found.tsx"),
  ]),
  ...routes.flatMap(({ files = [] }) => files),
] satisfies RouteConfig;
