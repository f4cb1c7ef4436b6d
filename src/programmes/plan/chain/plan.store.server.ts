import type { PlanPermit } from "../access.ts";
import type { PlanSkeleton } from "../model/plan.schema.ts";
import { selectGoals } from "./goal.store.server.ts";
import { selectEvidence, selectIssues } from "./issue.store.server.ts";
import { selectPillars } from "./pillar.store.server.ts";
import { selectTargets } from "./target.store.server.ts";

/** Everything above the initiatives: small, a few dozen rows an area. */
export const selectSkeleton = async (permit: PlanPermit): Promise<PlanSkeleton> => ({
  issues: await selectIssues(permit),
  evidence: await selectEvidence(permit),
  pillars: await selectPillars(permit),
  goals: await selectGoals(permit),
  targets: await selectTargets(permit),
});
