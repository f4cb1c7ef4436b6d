import { type RouteConfigEntry, route } from "@react-router/dev/routes";
import { listFiles } from "#platform/lists/list-routes.ts";

const page = (url: string, file: string) => route(url, `programmes/plan/pages/${file}`);

/** Pages in the frame. */
export const planRoutes: RouteConfigEntry[] = [
  page("areas/:area/plan", "plan.tsx"),
  page("areas/:area/plan/published", "published.tsx"),
  page("areas/:area/plan/issues/new", "issue-new.tsx"),
  page("areas/:area/plan/issues/:issue", "issue.tsx"),
  page("areas/:area/plan/issues/:issue/edit", "issue-edit.tsx"),
  page("areas/:area/plan/goals", "goals.tsx"),
  page("areas/:area/plan/goals/new", "goal-new.tsx"),
  page("areas/:area/plan/goals/:goal", "goal.tsx"),
  page("areas/:area/plan/goals/:goal/edit", "goal-edit.tsx"),
  page("areas/:area/plan/pillars", "pillars.tsx"),
  page("areas/:area/plan/evaluations/:evaluation", "evaluation.tsx"),
  page("areas/:area/plan/targets/new", "target-new.tsx"),
  page("areas/:area/plan/targets/:target", "target.tsx"),
  page("areas/:area/plan/targets/:target/edit", "target-edit.tsx"),
  page("areas/:area/plan/initiatives/new", "initiative-new.tsx"),
  page("areas/:area/plan/initiatives/:initiative", "initiative.tsx"),
  page("areas/:area/plan/initiatives/:initiative/edit", "initiative-edit.tsx"),
  page("areas/:area/plan/initiatives/:initiative/measures/new", "measure-new.tsx"),
  page("areas/:area/plan/initiatives/:initiative/measures/:measure", "measure.tsx"),
  page("areas/:area/plan/activities", "activities.tsx"),
  page("areas/:area/plan/activities/new", "activity-new.tsx"),
  page("areas/:area/plan/activities/import", "activity-import.tsx"),
  page("areas/:area/plan/activities/import/:import", "activity-import-withdrawal.tsx"),
  page("areas/:area/plan/activities/:activity", "activity.tsx"),
  page("areas/:area/plan/library", "library.tsx"),
  page("areas/:area/plan/deleted", "deleted.tsx"),
];

/** Files, which stand outside the frame. */
export const planFileRoutes: RouteConfigEntry[] = [
  ...listFiles("areas/:area/plan/activities", "programmes/plan/pages/activities-file.tsx"),
  page("areas/:area/plan/activities/:activity/files/:file", "activity-file.tsx"),
];

/** What programs read. */
export const planApiRoutes: RouteConfigEntry[] = [page("api/v1/areas/:area/plan", "plan-api.tsx")];
