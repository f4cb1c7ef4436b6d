import type { Deletable } from "#platform/db/deletions.ts";
import { db } from "#platform/db/rows.ts";
import type { PlanPermit } from "../access.ts";
import type { Goal, GoalInput } from "../model/plan.schema.ts";
import { newRow } from "./deleted-row.store.server.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    plan_goal: Deletable & {
      issue_id: string | null;
      pillar_id: string | null;
      title: string;
      created_at: Date;
    };
  }
}

const goals = (permit: PlanPermit, area: string) =>
  db(permit)
    .selectFrom("plan_goal")
    .select(["id", "title", "issue_id as issueId", "pillar_id as pillarId"])
    .where("area_id", "=", area)
    .where("deleted_at", "is", null)
    .orderBy("created_at")
    .orderBy("id");

export async function findGoal(permit: PlanPermit, area: string, id: string): Promise<Goal | undefined> {
  return goals(permit, area).where("id", "=", id).executeTakeFirst();
}

/** The goals that answer an issue. */
export async function selectGoalsOf(permit: PlanPermit, area: string, issueId: string): Promise<Goal[]> {
  return goals(permit, area).where("issue_id", "=", issueId).execute();
}

const columns = ({ title, issueId, pillarId }: GoalInput) => ({
  title,
  issue_id: issueId,
  pillar_id: pillarId,
});

export async function insertGoal(permit: PlanPermit, area: string, goal: GoalInput): Promise<string> {
  const row = newRow(permit, area);
  await db(permit)
    .insertInto("plan_goal")
    .values({ ...row, ...columns(goal) })
    .execute();
  return row.id;
}

export async function updateGoal(
  permit: PlanPermit,
  area: string,
  id: string,
  goal: GoalInput,
): Promise<void> {
  await db(permit)
    .updateTable("plan_goal")
    .set(columns(goal))
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .execute();
}
