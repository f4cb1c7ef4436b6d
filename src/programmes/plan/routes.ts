import { type RouteConfigEntry, route } from "@react-router/dev/routes";
import { listFiles } from "#platform/lists/list-routes.ts";

const page = (url: string, file: string) => route(url, `programmes/plan/pages/${file}`);
/** The form of a part of the plan, for a new one and for one that is changed. */
const form = (parts: string, part: string) => [
  route(`areas/:area/plan/${parts}/new`, `programmes/plan/pages/${part}-form.tsx`, { id: `new-${part}` }),
  route(`areas/:area/plan/${parts}/:${part}/edit`, `programmes/plan/pages/${part}-form.tsx`),
];

/** Pages in the frame. */
export const planRoutes: RouteConfigEntry[] = [
  page("areas/:area/plan", "plan.tsx"),
  page("areas/:area/plan/published", "published.tsx"),
  ...form("issues", "issue"),
  page("areas/:area/plan/issues/:issue", "issue.tsx"),
  page("areas/:area/plan/goals", "goals.tsx"),
  ...form("goals", "goal"),
  page("areas/:area/plan/goals/:goal", "goal.tsx"),
  page("areas/:area/plan/pillars", "pillars.tsx"),
  page("areas/:area/plan/evaluations/:evaluation", "evaluation.tsx"),
  ...form("targets", "target"),
  page("areas/:area/plan/targets/:target", "target.tsx"),
  ...form("initiatives", "initiative"),
  page("areas/:area/plan/initiatives/:initiative", "initiative.tsx"),
  page("areas/:area/plan/initiatives/:initiative/measures/new", "measure-new.tsx"),
  page("areas/:area/plan/initiatives/:initiative/measures/:measure", "measure.tsx"),
  page("areas/:area/plan/activities", "activities.tsx"),
  page("areas/:area/plan/activities/new", "activity-new.tsx"),
  page("areas/:area/plan/activities/import", "activity-import.tsx"),
  page("areas/:area/plan/activities/import/:import", "activity-import-one.tsx"),
  page("areas/:area/plan/activities/:activity", "activity.tsx"),
  page("areas/:area/plan/library", "library.tsx"),
  page("areas/:area/plan/deleted", "deleted.tsx"),
];

/** Files, which stand outside the frame. */
export const planFileRoutes: RouteConfigEntry[] = [
  ...listFiles("areas/:area/plan/activities", "programmes/plan/pages/activities-file.tsx"),
  page("areas/:area/plan/activities/:activity/files/:file", "activity-file.tsx"),
  page("areas/:area/plan/activities/import/:import/rejected.csv", "activity-import-rejected.tsx"),
];

/** What programs read. */
export const planApiRoutes: RouteConfigEntry[] = [page("api/v1/areas/:area/plan", "plan-api.tsx")];
