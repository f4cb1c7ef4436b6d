import { type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (url: string, file: string) => route(url, `programmes/pledges/pages/${file}`);

/** Pages in the frame. */
export const pledgeRoutes: RouteConfigEntry[] = [
  page("areas/:area/acts", "acts.tsx"),
  page("areas/:area/acts/check", "check-form.tsx"),
  page("areas/:area/act-checks", "checks.tsx"),
  page("areas/:area/act-checks/:check", "check-own.tsx"),
  page("areas/:area/act-questions", "questions.tsx"),
  page("areas/:area/pledges", "pledges.tsx"),
  page("ac/:token", "check.tsx"),
  page("av/:token", "voice.tsx"),
];

/** Files, which stand outside the frame. */
export const pledgeFileRoutes: RouteConfigEntry[] = [
  page("ac/:token/sheet", "sheet.tsx"),
  page("areas/:area/act-checks/:check/sheet", "sheet-own.tsx"),
];
