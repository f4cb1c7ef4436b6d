import { type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (url: string, file: string) => route(url, `foundation/datasets/pages/${file}`);

export const datasetPages: RouteConfigEntry[] = [page("areas/:area/api-clients", "clients.tsx")];

/** Files, which stand outside the frame. */
export const datasetRoutes: RouteConfigEntry[] = [
  page("catalog.json", "catalog.tsx"),
  page("data/:dataset/rows.csv", "csv.tsx"),
  page("data/:dataset/schema.json", "table-schema.tsx"),
  page("api/v1/datasets/:dataset", "rows.tsx"),
];
