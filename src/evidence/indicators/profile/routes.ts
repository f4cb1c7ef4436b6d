import { type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (url: string, file: string) => route(url, `evidence/indicators/profile/pages/${file}`);

/** Pages in the frame. */
export const profileRoutes: RouteConfigEntry[] = [
  page("areas/:area", "profile.tsx"),
  page("areas/:area/indicators/:indicator", "indicator.tsx"),
  page("areas/:area/themes/:theme", "theme.tsx"),
  page("areas/:area/publication", "publication.tsx"),
];

/** Files, which stand outside the frame. */
export const profileFileRoutes: RouteConfigEntry[] = [
  page("areas/:area/profile.csv", "profile-csv.tsx"),
  ...["areas/:area/card.svg", "areas/:area/indicators/:indicator/chart.svg"].map((url) =>
    route(url, "evidence/indicators/profile/pages/pictures.tsx", { id: url.replaceAll(/[^a-z]+/g, "-") }),
  ),
];
