import { type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (url: string, file: string) => route(url, `foundation/identity/pages/${file}`);

export const identityRoutes: RouteConfigEntry[] = [
  page("sign-in", "sign-in.tsx"),
  page("sign-out", "sign-out.tsx"),
];
