import { type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (url: string, file: string) => route(url, `evidence/indicators/imports/pages/${file}`);

export const importRoutes: RouteConfigEntry[] = [
  page("imports", "imports.tsx"),
  page("imports/new", "new.tsx"),
  page("imports/:import", "import.tsx"),
];

/** Files, which stand outside the frame of the pages. */
export const importFileRoutes: RouteConfigEntry[] = [page("imports/:import/rejected.csv", "rejected.tsx")];
