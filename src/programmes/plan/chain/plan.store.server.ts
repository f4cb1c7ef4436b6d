import { jsonArrayFrom } from "kysely/helpers/postgres";
import { db } from "#platform/db/rows.ts";
import type { PlanPermit } from "../access.ts";
import type { PlanSkeleton } from "../model/plan.schema.ts";
import { selectTargets } from "./target.store.server.ts";

/** Everything above the initiatives: small, a few dozen rows an area, and so asked for in one go. */
export async function selectSkeleton(permit: PlanPermit, area: string): Promise<PlanSkeleton> {
  const above = await db(permit)
    .selectNoFrom((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom("plan_issue")
          .select(["id", "title", "description", "seen_in as seenIn", "origin"])
          .where("area_id", "=", area)
          .where("deleted_at", "is", null)
          .orderBy("created_at")
          .orderBy("id"),
      ).as("issues"),
      jsonArrayFrom(
        eb
          .selectFrom("plan_evidence")
          .select(["id", "issue_id as issueId", "kind", "text", "source", "sector", "figure"])
          .where("area_id", "=", area)
          .where("deleted_at", "is", null)
          .orderBy("created_at")
          .orderBy("id"),
      ).as("evidence"),
      jsonArrayFrom(
        eb
          .selectFrom("plan_pillar")
          .select(["id", "title"])
          .where("area_id", "=", area)
          .where("deleted_at", "is", null)
          .orderBy("position")
          .orderBy("id"),
      ).as("pillars"),
      jsonArrayFrom(
        eb
          .selectFrom("plan_goal")
          .select(["id", "title", "issue_id as issueId", "pillar_id as pillarId"])
          .where("area_id", "=", area)
          .where("deleted_at", "is", null)
          .orderBy("created_at")
          .orderBy("id"),
      ).as("goals"),
    ])
    .executeTakeFirstOrThrow();
  return { ...above, targets: await selectTargets(permit, area) };
}

/** The titles of what a form may link to. */
export async function selectChoices(permit: PlanPermit, area: string) {
  return db(permit)
    .selectNoFrom((eb) => {
      const titles = (table: "plan_issue" | "plan_pillar" | "plan_goal", order: "created_at" | "position") =>
        jsonArrayFrom(
          eb
            .selectFrom(table)
            .select(["id", "title"])
            .where("area_id", "=", area)
            .where("deleted_at", "is", null)
            .orderBy(order as "created_at")
            .orderBy("id"),
        );
      return [
        titles("plan_issue", "created_at").as("issues"),
        titles("plan_pillar", "position").as("pillars"),
        titles("plan_goal", "created_at").as("goals"),
      ];
    })
    .executeTakeFirstOrThrow();
}
