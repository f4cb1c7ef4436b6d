import { type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (url: string, file: string) => route(url, `evidence/indicators/profile/pages/${file}`);

/** Pages in the frame. */
export const profileRoutes: RouteConfigEntry[] = [
  page("areas/:area", "profile.tsx"),
  page("areas/:area/indicators/:indicator", "indicator.tsx"),
  page("areas/:area/publication", "publication.tsx"),
];

/** Files, which stand outside the frame. */
export const profileFileRoutes: RouteConfigEntry[] = [page("areas/:area/profile.csv", "profile-csv.tsx")];
