import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { IndicatorPermit } from "../../access.ts";
import type { LastFigure } from "./rules.ts";

/** Smaller counts may be somebody's; a figure of an area's likeness does without them. */
const LEAST_COUNT = 10;

/** The last published total of each of these indicators, of each of these areas. */
export async function selectLastFigures(
  permit: IndicatorPermit,
  areas: readonly AreaId[],
  codes: readonly string[],
): Promise<LastFigure[]> {
  const { rows } = await sql<LastFigure>`
    select distinct on (observation.area_id, indicator.no) observation.area_id as "areaId", indicator.code,
      coalesce(observation.numerator::float8, observation.value) as value
    from observation join indicator on indicator.no = observation.indicator_no
    where observation.area_id = any (${[...areas]}::text[]) and indicator.code = any (${[...codes]}::text[])
      and observation.published and observation.sex = 0 and observation.age_band = 127
      and coalesce(observation.numerator::float8, observation.value) >= ${LEAST_COUNT}
    order by observation.area_id, indicator.no, observation.fiscal_year desc, observation.source_no`.execute(
    db(permit),
  );
  return rows;
}
