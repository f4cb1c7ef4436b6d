import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import { newId } from "#platform/kernel/ids.ts";
import type { PlanPermit } from "../access.ts";
import type { YearValue } from "../model/plan.schema.ts";

const VALUES = {
  target: { table: "planTargetValue", of: "targetId", parent: "planTarget" },
  measure: { table: "planMeasureValue", of: "measureId", parent: "planMeasure" },
} as const;

/** The values of the target or measure at hand, by fiscal year. */
export function valuesOf(kind: keyof typeof VALUES) {
  const { table, of, parent } = VALUES[kind];
  return sql<YearValue[]>`(
    select coalesce(json_agg(json_build_object('id', entered.id, 'fiscalYear', entered.fiscal_year,
      'value', entered.value, 'source', entered.source) order by entered.fiscal_year), '[]')
    from ${sql.table(table)} entered
    where entered.area_id = ${sql.ref(`${parent}.areaId`)} and entered.deleted_at is null
      and ${sql.ref(`entered.${of}`)} = ${sql.ref(`${parent}.id`)})`.as("values");
}

type Entered = Omit<YearValue, "id">;

/** A later entry of the same year corrects the value, or takes the place of a deleted one. */
export async function upsertTargetValue(
  permit: PlanPermit,
  targetId: string,
  { fiscalYear, value, source }: Entered,
): Promise<void> {
  const entered = { value, source, enteredAt: permit.clock.now(), deletedAt: null, deletedBy: null };
  await tables(permit)
    .insertInto("planTargetValue")
    .values({ areaId: permit.subject.area, id: newId() as string, targetId, fiscalYear, ...entered })
    .onConflict((held) => held.columns(["areaId", "targetId", "fiscalYear"]).doUpdateSet(entered))
    .execute();
}

/** As the value of a target. */
export async function upsertMeasureValue(
  permit: PlanPermit,
  measureId: string,
  { fiscalYear, value, source }: Entered,
): Promise<void> {
  const entered = { value, source, deletedAt: null, deletedBy: null };
  await tables(permit)
    .insertInto("planMeasureValue")
    .values({ areaId: permit.subject.area, id: newId() as string, measureId, fiscalYear, ...entered })
    .onConflict((held) => held.columns(["areaId", "measureId", "fiscalYear"]).doUpdateSet(entered))
    .execute();
}
