export { ACTIVITY_KINDS, REPORTED_KINDS } from "./activities/kinds/schema.ts";
export {
  enterActivity,
  listActivities,
  recordActivity,
  withdrawActivity,
} from "./activities/usecases.server.ts";
export { commentsToday } from "./comments/today/usecases.server.ts";
export { loadDemonstrationPlan } from "./demonstration/usecases.server.ts";
export { countWhatCame } from "./facts/usecases.server.ts";
export { createGoal } from "./goals/usecases.server.ts";
export {
  createDecidedInitiative,
  createInitiative,
  getInitiative,
} from "./initiatives/usecases.server.ts";
export { createDecidedIssue, getIssue } from "./issues/usecases.server.ts";
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
} from "./messages.ts";
export type { JointInitiative, PlanFacts } from "./report/rules.ts";
export { jointWork, planFacts } from "./report/usecases.server.ts";
export type { Origin } from "./schema.ts";
export { readPlan } from "./usecases.server.ts";
