import { type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (url: string, file: string) => route(url, `programmes/lending/pages/${file}`);

export const lendingRoutes: RouteConfigEntry[] = [
  page("areas/:area/lending", "lending.tsx"),
  page("areas/:area/lending/stock", "stock.tsx"),
  page("areas/:area/lending/stock/offices/:office", "stock-office.tsx"),
  page("areas/:area/lending/stock/models/:model", "stock-model.tsx"),
  page("areas/:area/lending/stock/kits/:kit", "stock-kit.tsx"),
  page("areas/:area/lending/use", "use.tsx"),
  page("areas/:area/lending/loans", "loans.tsx"),
  page("areas/:area/lending/loans/:loan", "loan.tsx"),
  page("areas/:area/lending/:office/ask", "ask.tsx"),
  page("lending/:token", "loan-link.tsx"),
];

/** Files, which stand outside the frame. */
export const lendingFileRoutes: RouteConfigEntry[] = [
  page("areas/:area/lending/labels.pdf", "labels-file.tsx"),
];
