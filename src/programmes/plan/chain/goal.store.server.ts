import { addRow, standingRows } from "#platform/db/area-rows.ts";
import type { PlanPermit } from "../access.ts";
import type { Goal, GoalInput } from "../model/plan.schema.ts";

const goals = (permit: PlanPermit) =>
  standingRows(permit, "planGoal")
    .select(["id", "title", "issueId", "pillarId"])
    .orderBy("createdAt")
    .orderBy("id");

export const findGoal = (permit: PlanPermit, id: string): Promise<Goal | undefined> =>
  goals(permit).where("id", "=", id).executeTakeFirst();

/** All goals, or those that answer an issue. */
export const selectGoals = (permit: PlanPermit, issueId?: string): Promise<Goal[]> =>
  goals(permit)
    .$if(issueId !== undefined, (query) => query.where("issueId", "=", issueId!))
    .execute();

export const insertGoal = (permit: PlanPermit, goal: GoalInput) =>
  addRow(permit, "planGoal", { ...goal, createdAt: permit.clock.now() });
