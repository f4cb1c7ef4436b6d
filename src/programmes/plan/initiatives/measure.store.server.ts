import type { Deletable } from "#platform/db/deletions.ts";
import { db } from "#platform/db/rows.ts";
import type { PlanPermit } from "../access.ts";
import { newRow } from "../chain/deleted-row.store.server.ts";
import type { MeasureInput, MeasureSeries, MeasureValueInput } from "../model/initiative.schema.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    plan_measure: Deletable & {
      initiative_id: string;
      kind: "output" | "outcome";
      name: string;
      unit: string;
      goal_value: number | null;
      part_of: string | null;
      position: number;
    };
    plan_measure_value: Deletable & {
      measure_id: string;
      fiscal_year: number;
      value: number;
      source: string;
    };
  }
}

/** The measures of an area, of an initiative, or of the initiative that has the measure of that id. */
export async function selectMeasures(
  permit: PlanPermit,
  area: string,
  of: Readonly<{ initiativeId?: string; besides?: string }> = {},
): Promise<MeasureSeries[]> {
  let query = db(permit)
    .selectFrom("plan_measure as m")
    .innerJoin("plan_initiative as i", (join) =>
      join.onRef("i.area_id", "=", "m.area_id").onRef("i.id", "=", "m.initiative_id"),
    )
    .select(["m.id", "m.initiative_id", "i.title", "m.kind", "m.name", "m.unit", "m.goal_value", "m.part_of"])
    .where("m.area_id", "=", area)
    .where("m.deleted_at", "is", null)
    .where("i.deleted_at", "is", null);
  if (of.initiativeId) query = query.where("m.initiative_id", "=", of.initiativeId);
  const { besides } = of;
  if (besides)
    query = query.where("m.initiative_id", "=", (one) =>
      one
        .selectFrom("plan_measure")
        .select("initiative_id")
        .where("area_id", "=", area)
        .where("id", "=", besides),
    );
  const measures = await query.orderBy("m.initiative_id").orderBy("m.position").orderBy("m.id").execute();
  if (measures.length === 0) return [];
  const values = await db(permit)
    .selectFrom("plan_measure_value")
    .select(["id", "measure_id", "fiscal_year as fiscalYear", "value", "source"])
    .where("area_id", "=", area)
    .where("deleted_at", "is", null)
    .where(
      "measure_id",
      "in",
      measures.map((measure) => measure.id),
    )
    .orderBy("fiscal_year")
    .execute();
  const held = Map.groupBy(values, (value) => value.measure_id);
  return measures.map((measure) => ({
    id: measure.id,
    initiativeId: measure.initiative_id,
    initiative: measure.title,
    kind: measure.kind,
    name: measure.name,
    unit: measure.unit,
    goalValue: measure.goal_value,
    partOf: measure.part_of,
    values: (held.get(measure.id) ?? []).map(({ measure_id: _, ...value }) => value),
  }));
}

const columns = ({ kind, name, unit, goalValue, partOf }: MeasureInput) => ({
  kind,
  name,
  unit,
  goal_value: goalValue,
  part_of: partOf,
});

export async function insertMeasure(
  permit: PlanPermit,
  area: string,
  measure: MeasureInput & Readonly<{ initiativeId: string; position: number }>,
): Promise<string> {
  const { created_at: _, ...row } = newRow(permit, area);
  const { initiativeId, position } = measure;
  await db(permit)
    .insertInto("plan_measure")
    .values({ ...row, ...columns(measure), initiative_id: initiativeId, position })
    .execute();
  return row.id;
}

export async function updateMeasure(
  permit: PlanPermit,
  area: string,
  id: string,
  input: MeasureInput,
): Promise<void> {
  await db(permit)
    .updateTable("plan_measure")
    .set(columns(input))
    .where("area_id", "=", area)
    .where("id", "=", id)
    .execute();
}

/** As the value of a target: a later entry of the same year corrects it, or takes the place of a deleted one. */
export async function upsertMeasureValue(
  permit: PlanPermit,
  area: string,
  measureId: string,
  { fiscalYear, value, source }: MeasureValueInput,
): Promise<void> {
  const { created_at: _, ...row } = newRow(permit, area);
  const entered = { value, source, deleted_at: null, deleted_by: null };
  await db(permit)
    .insertInto("plan_measure_value")
    .values({ ...row, ...entered, measure_id: measureId, fiscal_year: fiscalYear })
    .onConflict((conflict) => conflict.columns(["area_id", "measure_id", "fiscal_year"]).doUpdateSet(entered))
    .execute();
}
