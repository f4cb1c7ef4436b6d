import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** The two files of a list, CSV and XLSX, made by one page. */
export const listFiles = (url: string, page: string): RouteConfigEntry[] =>
  ["csv", "xlsx"].map((kind) => route(`${url}.${kind}`, page, { id: `${url}.${kind}` }));
