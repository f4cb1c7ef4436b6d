import { type RouteConfigEntry, route } from "@react-router/dev/routes";

const FILE = "programmes/prefectures/pages/districts-file.tsx";

export const districtRoutes: RouteConfigEntry[] = [
  route("areas/:area/districts", "programmes/prefectures/pages/districts.tsx"),
];
export const districtFileRoutes: RouteConfigEntry[] = ["pdf", "csv"].map((format) =>
  route(`areas/:area/districts.${format}`, FILE, { id: `districts-${format}` }),
);
