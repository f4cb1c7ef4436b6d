import type { Tx } from "#platform/db/database.ts";
import type { MeasureSeries } from "../schema.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    plan_measure: {
      area_id: string;
      id: string;
      initiative_id: string;
      kind: "output" | "outcome";
      name: string;
      unit: string;
      part_of: string | null;
      position: number;
    };
    plan_measure_value: {
      area_id: string;
      measure_id: string;
      fiscal_year: number;
      value: number;
      source: string;
    };
  }
}

export async function selectMeasures(tx: Tx, area: string, initiativeId?: string): Promise<MeasureSeries[]> {
  let query = tx
    .selectFrom("plan_measure as m")
    .innerJoin("plan_initiative as i", (join) =>
      join.onRef("i.area_id", "=", "m.area_id").onRef("i.id", "=", "m.initiative_id"),
    )
    .select(["m.id", "m.initiative_id", "i.title", "m.kind", "m.name", "m.unit", "m.part_of"])
    .where("m.area_id", "=", area)
    .where("i.deleted_at", "is", null);
  if (initiativeId) query = query.where("m.initiative_id", "=", initiativeId);
  const measures = await query.orderBy("m.initiative_id").orderBy("m.position").execute();
  if (measures.length === 0) return [];
  const values = await tx
    .selectFrom("plan_measure_value")
    .select(["measure_id", "fiscal_year", "value", "source"])
    .where("area_id", "=", area)
    .where(
      "measure_id",
      "in",
      measures.map((measure) => measure.id),
    )
    .orderBy("fiscal_year")
    .execute();
  return measures.map((measure) => ({
    id: measure.id,
    initiativeId: measure.initiative_id,
    initiative: measure.title,
    kind: measure.kind,
    name: measure.name,
    unit: measure.unit,
    partOf: measure.part_of,
    values: values
      .filter((value) => value.measure_id === measure.id)
      .map((value) => ({ fiscalYear: value.fiscal_year, value: value.value, source: value.source })),
  }));
}

export async function insertMeasure(
  tx: Tx,
  area: string,
  id: string,
  measure: Omit<MeasureSeries, "id" | "initiative" | "values"> & { position: number },
): Promise<void> {
  await tx
    .insertInto("plan_measure")
    .values({
      area_id: area,
      id,
      initiative_id: measure.initiativeId,
      kind: measure.kind,
      name: measure.name,
      unit: measure.unit,
      part_of: measure.partOf,
      position: measure.position,
    })
    .execute();
}

export async function upsertMeasureValue(
  tx: Tx,
  area: string,
  measureId: string,
  fiscalYear: number,
  value: number,
  source: string,
): Promise<void> {
  await tx
    .insertInto("plan_measure_value")
    .values({ area_id: area, measure_id: measureId, fiscal_year: fiscalYear, value, source })
    .onConflict((conflict) =>
      conflict.columns(["area_id", "measure_id", "fiscal_year"]).doUpdateSet({ value, source }),
    )
    .execute();
}
