import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Deletable } from "#platform/db/deletions.ts";
import { db } from "#platform/db/rows.ts";
import type { PlanPermit } from "../access.ts";
import type { TargetInput, TargetRow, TargetValueInput } from "../model/plan.schema.ts";
import { newRow } from "./deleted-row.store.server.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    plan_target: Deletable & {
      goal_id: string | null;
      item: string;
      unit: string;
      direction: "at_least" | "at_most";
      baseline_year: number;
      baseline_value: number;
      target_year: number;
      target_value: number;
      source: string;
      indicator: string | null;
      created_at: Date;
    };
    plan_target_value: Deletable & {
      target_id: string;
      fiscal_year: number;
      value: number;
      source: string;
      entered_at: Date;
    };
  }
}

const targets = (permit: PlanPermit, area: string) =>
  db(permit)
    .selectFrom("plan_target as target")
    .leftJoin("plan_goal as goal", (join) =>
      join
        .onRef("goal.area_id", "=", "target.area_id")
        .onRef("goal.id", "=", "target.goal_id")
        .on("goal.deleted_at", "is", null),
    )
    .select((eb) => [
      "target.id",
      "target.goal_id as goalId",
      "goal.title as goal",
      "target.item",
      "target.unit",
      "target.direction",
      "target.baseline_year as baselineYear",
      "target.baseline_value as baselineValue",
      "target.target_year as targetYear",
      "target.target_value as targetValue",
      "target.source",
      "target.indicator",
      jsonArrayFrom(
        eb
          .selectFrom("plan_target_value as entered")
          .select(["entered.id", "entered.fiscal_year as fiscalYear", "entered.value", "entered.source"])
          .whereRef("entered.area_id", "=", "target.area_id")
          .whereRef("entered.target_id", "=", "target.id")
          .where("entered.deleted_at", "is", null)
          .orderBy("entered.fiscal_year"),
      ).as("values"),
    ])
    .where("target.area_id", "=", area)
    .where("target.deleted_at", "is", null)
    .orderBy("target.created_at")
    .orderBy("target.id");

export async function selectTargets(permit: PlanPermit, area: string): Promise<TargetRow[]> {
  return targets(permit, area).execute();
}

export async function findTarget(
  permit: PlanPermit,
  area: string,
  id: string,
): Promise<TargetRow | undefined> {
  return targets(permit, area).where("target.id", "=", id).executeTakeFirst();
}

/** The targets of a goal. */
export async function selectTargetsOf(
  permit: PlanPermit,
  area: string,
  goalId: string,
): Promise<TargetRow[]> {
  return targets(permit, area).where("target.goal_id", "=", goalId).execute();
}

const targetColumns = (input: TargetInput) => ({
  goal_id: input.goalId,
  item: input.item,
  unit: input.unit,
  direction: input.direction,
  baseline_year: input.baselineYear,
  baseline_value: input.baselineValue,
  target_year: input.targetYear,
  target_value: input.targetValue,
  source: input.source,
});

export async function insertTarget(permit: PlanPermit, area: string, input: TargetInput): Promise<string> {
  const row = newRow(permit, area);
  await db(permit)
    .insertInto("plan_target")
    .values({ ...row, ...targetColumns(input), indicator: null })
    .execute();
  return row.id;
}

export async function updateTarget(
  permit: PlanPermit,
  area: string,
  id: string,
  input: TargetInput,
): Promise<void> {
  await db(permit)
    .updateTable("plan_target")
    .set(targetColumns(input))
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .execute();
}

/** The value of a target in a year; a later entry of the same year corrects it, or takes the place of a deleted one. */
export async function upsertTargetValue(
  permit: PlanPermit,
  area: string,
  targetId: string,
  { fiscalYear, value, source }: TargetValueInput,
): Promise<void> {
  const { created_at: at, ...row } = newRow(permit, area);
  const entered = { value, source, entered_at: at, deleted_at: null, deleted_by: null };
  await db(permit)
    .insertInto("plan_target_value")
    .values({ ...row, ...entered, target_id: targetId, fiscal_year: fiscalYear })
    .onConflict((conflict) => conflict.columns(["area_id", "target_id", "fiscal_year"]).doUpdateSet(entered))
    .execute();
}
