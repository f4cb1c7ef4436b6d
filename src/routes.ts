import { index, type RouteConfig } from "@react-router/dev/routes";

/** The one table of URLs, assembled from the modules' own. */
export default [index("home.tsx")] satisfies RouteConfig;
