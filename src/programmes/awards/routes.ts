import { type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (url: string, file: string) => route(url, `programmes/awards/pages/${file}`);

/** Pages in the frame. */
export const awardRoutes: RouteConfigEntry[] = [
  page("areas/:area/awards", "awards.tsx"),
  page("areas/:area/awards/:round", "round.tsx"),
  page("areas/:area/awards/:round/edit", "round-form.tsx"),
  page("areas/:area/awards/:round/enter", "enter.tsx"),
  page("areas/:area/awards/:round/entries", "entries.tsx"),
  page("areas/:area/awards/:round/judging", "judging.tsx"),
  page("areas/:area/award-entries/:entry", "entry-staff.tsx"),
  page("areas/:area/award-effects", "effects.tsx"),
  page("areas/:area/honours", "honours.tsx"),
  page("areas/:area/honours/:code", "honour-check.tsx"),
  page("ae/:token", "entry-link.tsx"),
  page("aj/:token", "judge.tsx"),
];

/** Files, which stand outside the frame. */
export const awardFileRoutes: RouteConfigEntry[] = [
  page("areas/:area/awards/:round/press", "press.tsx"),
  page("areas/:area/award-entries/:entry/certificate", "certificate-staff.tsx"),
  page("ae/:token/certificate", "certificate.tsx"),
];
