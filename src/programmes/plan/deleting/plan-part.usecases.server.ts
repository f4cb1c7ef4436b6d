import { deletions } from "#foundation/deletions/public.ts";
import { planPolicy } from "../access.ts";
import { selectYearsOf } from "../chain/activity-years.store.server.ts";
import { pushActivityCounts, pushTargets } from "../chain/plan-facts.usecases.server.ts";
import { PARTS } from "../chain/plan-part.store.server.ts";
import { PLAN_PARTS } from "../model/plan.schema.ts";

/** Deleting a part of the plan, and bringing it back. */
export const planDeletions = deletions({
  policy: planPolicy,
  kinds: PLAN_PARTS,
  rows: PARTS,
  names: {
    restore: "plan-part.restore",
    list: "plan-part.list-deleted",
    readRestored: "plan-part.read-restored",
  },
  pages: {
    issue: (id) => `issues/${id}`,
    evidence: (_, issue) => `issues/${issue}`,
    pillar: () => "pillars",
    goal: (id) => `goals/${id}`,
    target: (id) => `targets/${id}`,
    target_value: (_, target) => `targets/${target}`,
    initiative: (id) => `initiatives/${id}`,
    measure: (id, initiative) => `initiatives/${initiative}/measures/${id}`,
    measure_value: (_, measure, initiative) => `initiatives/${initiative}/measures/${measure}`,
    activity: (id) => `activities/${id}`,
    file: (_, activity) => `activities/${activity}#files`,
    evaluation: (id) => `evaluations/${id}`,
  },
  async changed(permit, kind, id) {
    if (kind === "activity") await pushActivityCounts(permit, await selectYearsOf(permit, { id }));
    if (kind === "goal" || kind === "target") await pushTargets(permit);
  },
});

export const removePart = planDeletions.removing("plan-part.remove");
export const { restore: restorePart, listDeleted, readRestored } = planDeletions;
