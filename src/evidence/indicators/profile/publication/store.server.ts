import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { IndicatorPermit } from "../../access.ts";

export type ObservationCount = Readonly<{
  areaId: AreaId;
  indicatorNo: number;
  rows: number;
  published: number;
}>;

export async function countObservations(
  permit: IndicatorPermit,
  areas: readonly AreaId[],
): Promise<ObservationCount[]> {
  const { rows } = await sql<ObservationCount>`
    select area_id as "areaId", indicator_no as "indicatorNo", count(*)::int as rows,
      (count(*) filter (where published))::int as published
    from observation where area_id = any (${[...areas]}::text[])
    group by area_id, indicator_no`.execute(db(permit));
  return rows;
}

/** The one column of an observation that is not the import's but a decision about it. */
export async function updateObservationsPublished(
  permit: IndicatorPermit,
  area: AreaId,
  indicatorNo: number,
  published: boolean,
): Promise<void> {
  await db(permit)
    .updateTable("observation")
    .set({ published })
    .where("area_id", "=", area)
    .where("indicator_no", "=", indicatorNo)
    .where("published", "!=", published)
    .execute();
}
