export { ACTIVITY_KINDS, REPORTED_KINDS } from "./activities/kinds/schema.ts";
export type { PushedActivity, YearCell } from "./activities/schema.ts";
export {
  enterActivity,
  listActivities,
  recordActivity,
  withdrawActivity,
  yearTable,
} from "./activities/usecases.server.ts";
export { commentsToday } from "./comments/today/usecases.server.ts";
export { loadDemonstrationPlan } from "./demonstration/usecases.server.ts";
export { evaluate } from "./evaluations/usecases.server.ts";
export { countWhatCame } from "./facts/usecases.server.ts";
export { createGoal } from "./goals/usecases.server.ts";
export {
  createDecidedInitiative,
  createInitiative,
  getInitiative,
  listInitiatives,
} from "./initiatives/usecases.server.ts";
export { addEvidence, createDecidedIssue, createIssue, getIssue } from "./issues/usecases.server.ts";
export {
  activityKindLabel,
  CLASS,
  DIRECTION,
  EVALUATION,
  GRADE,
  orDash,
  PLAN_WORDS,
  REASON,
  STATUS,
  sessionsAndPeople,
} from "./messages.ts";
export { findPublishedPlan, publishPlan } from "./publishing/usecases.server.ts";
export type { JointInitiative, PlanFacts } from "./report/rules.ts";
export { jointWork, planFacts } from "./report/usecases.server.ts";
export type { Chain, TargetState } from "./rules.ts";
export type { Evaluation, Figure, Origin } from "./schema.ts";
export { createTarget, saveTarget } from "./targets/usecases.server.ts";
export { readPlan } from "./usecases.server.ts";
