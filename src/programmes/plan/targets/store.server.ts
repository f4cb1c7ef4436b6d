import type { Tx } from "#platform/db/database.ts";
import type { TargetInput, TargetRow, TargetValueInput } from "../schema.ts";

interface Kept {
  area_id: string;
  id: string;
  deleted_at: Date | null;
  deleted_by: string | null;
}

declare module "#platform/db/database.ts" {
  interface Tables {
    plan_target: Kept & {
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
    plan_target_value: {
      area_id: string;
      target_id: string;
      fiscal_year: number;
      value: number;
      source: string;
      entered_at: Date;
    };
  }
}

export async function selectTargets(tx: Tx, area: string): Promise<TargetRow[]> {
  const rows = await tx
    .selectFrom("plan_target")
    .selectAll()
    .where("area_id", "=", area)
    .where("deleted_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  const values = await tx
    .selectFrom("plan_target_value")
    .select(["target_id", "fiscal_year", "value", "source"])
    .where("area_id", "=", area)
    .orderBy("fiscal_year")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    goalId: row.goal_id,
    item: row.item,
    unit: row.unit,
    direction: row.direction,
    baselineYear: row.baseline_year,
    baselineValue: row.baseline_value,
    targetYear: row.target_year,
    targetValue: row.target_value,
    source: row.source,
    indicator: row.indicator,
    values: values
      .filter((value) => value.target_id === row.id)
      .map((value) => ({ fiscalYear: value.fiscal_year, value: value.value, source: value.source })),
  }));
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
  tx: Tx,
  area: string,
  id: string,
  at: Date,
  input: TargetInput,
): Promise<void> {
  await tx
    .insertInto("plan_target")
    .values({ ...fresh(area, id, at), ...targetColumns(input) })
    .execute();
}

export async function updateTarget(tx: Tx, area: string, id: string, input: TargetInput): Promise<boolean> {
  return changed(
    await tx
      .updateTable("plan_target")
      .set(targetColumns(input))
      .where("area_id", "=", area)
      .where("id", "=", id)
      .executeTakeFirst(),
  );
}

/** The value of a target in a year; a later entry of the same year corrects it. */
export async function upsertTargetValue(
  tx: Tx,
  area: string,
  at: Date,
  input: TargetValueInput,
): Promise<void> {
  await tx
    .insertInto("plan_target_value")
    .values({
      area_id: area,
      target_id: input.targetId,
      fiscal_year: input.fiscalYear,
      value: input.value,
      source: input.source,
      entered_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["area_id", "target_id", "fiscal_year"])
        .doUpdateSet({ value: input.value, source: input.source, entered_at: at }),
    )
    .execute();
}

const fresh = (area: string, id: string, at: Date) => ({
  area_id: area,
  id,
  created_at: at,
  deleted_at: null,
  deleted_by: null,
});

const changed = (result: { numUpdatedRows: bigint }) => result.numUpdatedRows === 1n;
