import { standingRows } from "#platform/db/area-rows.ts";
import type { PlanPermit } from "../access.ts";
import { valuesOf } from "../chain/year-value.store.server.ts";
import type { MeasureSeries } from "../model/initiative.schema.ts";

/** The measures of an area, of an initiative, or of the initiative that has the measure of that id. */
export async function selectMeasures(
  permit: PlanPermit,
  { initiativeId, besides }: Readonly<{ initiativeId?: string; besides?: string }> = {},
): Promise<MeasureSeries[]> {
  let query = standingRows(permit, "planMeasure")
    .innerJoin("planInitiative as initiative", (join) =>
      join
        .onRef("initiative.areaId", "=", "planMeasure.areaId")
        .onRef("initiative.id", "=", "planMeasure.initiativeId")
        .on("initiative.deletedAt", "is", null),
    )
    .select(["planMeasure.id", "initiativeId", "initiative.title as initiative", "planMeasure.kind"])
    .select(["name", "unit", "goalValue", "partOf"])
    .select(valuesOf("measure"))
    .orderBy("initiativeId")
    .orderBy("position")
    .orderBy("planMeasure.id");
  if (initiativeId) query = query.where("initiativeId", "=", initiativeId);
  if (besides)
    query = query.where("initiativeId", "=", (one) =>
      one
        .selectFrom("planMeasure as other")
        .select("other.initiativeId")
        .where("other.areaId", "=", permit.subject.area)
        .where("other.id", "=", besides),
    );
  return query.execute();
}
