import { jsonArrayFrom } from "kysely/helpers/postgres";
import { type Deletable, freshRow } from "#platform/db/deletions.ts";
import { db, type RowAccess } from "#platform/db/rows.ts";
import type { TargetInput, TargetRow, TargetValueInput } from "../schema.ts";

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

export async function selectTargets(permit: RowAccess, area: string): Promise<TargetRow[]> {
  return db(permit)
    .selectFrom("plan_target as target")
    .select((eb) => [
      "target.id",
      "target.goal_id as goalId",
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
    .orderBy("target.id")
    .execute();
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
  indicator: input.indicator === "" ? null : input.indicator,
});

export async function insertTarget(
  permit: RowAccess,
  area: string,
  id: string,
  at: Date,
  input: TargetInput,
): Promise<void> {
  await db(permit)
    .insertInto("plan_target")
    .values({ ...freshRow(area, id, at), ...targetColumns(input) })
    .onConflict((conflict) => conflict.columns(["area_id", "id"]).doNothing())
    .execute();
}

export async function updateTarget(
  permit: RowAccess,
  area: string,
  id: string,
  input: TargetInput,
): Promise<boolean> {
  return changed(
    await db(permit)
      .updateTable("plan_target")
      .set(targetColumns(input))
      .where("area_id", "=", area)
      .where("id", "=", id)
      .where("deleted_at", "is", null)
      .executeTakeFirst(),
  );
}

/** The value of a target in a year; a later entry of the same year corrects it, or takes the place of a deleted one. */
export async function upsertTargetValue(
  permit: RowAccess,
  area: string,
  id: string,
  at: Date,
  input: TargetValueInput,
): Promise<void> {
  await db(permit)
    .insertInto("plan_target_value")
    .values({
      area_id: area,
      id,
      target_id: input.targetId,
      fiscal_year: input.fiscalYear,
      value: input.value,
      source: input.source,
      entered_at: at,
      ...THERE,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["area_id", "target_id", "fiscal_year"])
        .doUpdateSet({ value: input.value, source: input.source, entered_at: at, ...THERE }),
    )
    .execute();
}

const THERE = { deleted_at: null, deleted_by: null };
const changed = (result: { numUpdatedRows: bigint }) => result.numUpdatedRows === 1n;
