export {
  enterActivity,
  listActivities,
  recordActivity,
  withdrawActivity,
} from "./activities/activity.usecases.server.ts";
export { addActivityFiles } from "./activities/activity-file.usecases.server.ts";
export { countMaterials } from "./activities/material-activity.usecases.server.ts";
export { createGoal } from "./chain/goal.usecases.server.ts";
export { addEvidence, createDecidedIssue, createIssue, getIssue } from "./chain/issue.usecases.server.ts";
export { readPlan } from "./chain/plan.queries.server.ts";
export { countWhatCame } from "./chain/plan-facts.usecases.server.ts";
export { listChoices as listPlanChoices } from "./chain/plan-place.queries.server.ts";
export { createTarget, enterTargetValue, getTarget } from "./chain/target.usecases.server.ts";
export { commentsToday } from "./comments/comment.usecases.server.ts";
export {
  FOUND_INITIATIVES,
  FOUND_PUBLISHED_INITIATIVES,
} from "./finding/found-initiative.queries.server.ts";
export { activityImportJob } from "./import/activity-import.usecases.server.ts";
export {
  createDecidedInitiative,
  createInitiative,
  getInitiative,
} from "./initiatives/initiative.usecases.server.ts";
export type { PushedActivity } from "./model/activity.schema.ts";
export { ACTIVITY_KINDS, REPORTED_KINDS } from "./model/activity-kinds.schema.ts";
export {
  activityKindLabel,
  CLASS,
  DIRECTION,
  EVALUATION,
  GRADE,
  orDash,
  REASON,
  STATUS,
  sessionsAndPeople,
} from "./model/plan.messages.ts";
export type { Origin } from "./model/plan.schema.ts";
export { jointWork, planFacts } from "./publishing/plan-report.queries.server.ts";
export type { JointInitiative, PlanFacts } from "./publishing/plan-report.rules.ts";
export { findPublishedPlan } from "./publishing/published-plan.usecases.server.ts";
export { type ReportPhoto, reportPhotos } from "./publishing/report-photo.queries.server.ts";
export { loadDemonstrationPlan } from "./system/plan-demonstration.commands.server.ts";
