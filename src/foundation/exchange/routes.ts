import { type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (url: string, file: string) => route(url, `foundation/exchange/pages/${file}`);

export const exchangeRoutes: RouteConfigEntry[] = [page("exchange", "exchange.tsx")];

/** Files, which stand outside the frame. */
export const exchangeFileRoutes: RouteConfigEntry[] = [
  page("exchange/card.json", "card.tsx"),
  page("exchange/:bundle/file", "bundle-file.tsx"),
  page("exchange/:bundle/list.txt", "bundle-list.tsx"),
];
