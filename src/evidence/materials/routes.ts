import { type RouteConfigEntry, route } from "@react-router/dev/routes";
import { listFiles } from "#platform/lists/list-routes.ts";

const page = (url: string, file: string) => route(url, `evidence/materials/pages/${file}`);

/** Pages in the frame. */
export const materialRoutes: RouteConfigEntry[] = [
  page("areas/:area/materials", "materials.tsx"),
  page("areas/:area/materials/deleted", "deleted.tsx"),
  page("areas/:area/materials/:material", "material.tsx"),
  page("areas/:area/materials/:material/edit", "material-form.tsx"),
  page("areas/:area/materials/:material/editions/new", "edition-new.tsx"),
  page("areas/:area/materials/:material/leaflets/new", "leaflet-new.tsx"),
  page("areas/:area/material-editions/:edition", "edition.tsx"),
  page("areas/:area/material-editions/:edition/edit", "edition-form.tsx"),
  page("areas/:area/material-editions/:edition/leaflet", "leaflet.tsx"),
  page("areas/:area/material-orders", "orders.tsx"),
  page("areas/:area/material-orders/new", "order-form.tsx"),
  page("areas/:area/material-orders/pick", "pick.tsx"),
  page("areas/:area/material-orders/:order", "order.tsx"),
  page("mo/:token", "order-link.tsx"),
  page("areas/:area/news", "news.tsx"),
  page("areas/:area/news/:issue", "issue.tsx"),
  page("areas/:area/news/:issue/edit", "issue-form.tsx"),
  page("n/:token", "reader-link.tsx"),
];

/** Files, which stand outside the frame. */
export const materialFileRoutes: RouteConfigEntry[] = [
  ...listFiles("areas/:area/materials", "evidence/materials/pages/materials-file.tsx"),
  ...listFiles("areas/:area/material-orders", "evidence/materials/pages/orders-file.tsx"),
  page("areas/:area/material-editions/:edition/file", "edition-file.tsx"),
  page("q/:area/:code", "short-link.tsx"),
  page("n/:token/one-click", "one-click.tsx"),
  page("api/v1/areas/:area/materials", "materials-api.tsx"),
];
