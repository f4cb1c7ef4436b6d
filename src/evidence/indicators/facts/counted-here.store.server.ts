import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import type { CountedHere } from "./counted-here.usecases.server.ts";

/** In place of a file's import: the figure was counted in this house. */
export const COUNTED_HERE = "00000000-0000-4000-8000-00000000c0de";

/** The count of a year, in place of the one before; null takes it away. A figure that a file brought stays. */
export async function replaceCountedHere(
  work: Work,
  { areaId, source, year }: CountedHere,
  indicator: string,
  count: number | null,
): Promise<void> {
  await sql`
    delete from observation where area_id = ${areaId} and fiscal_year = ${year} and import_id = ${COUNTED_HERE}::uuid
      and indicator_no = (select no from indicator where code = ${indicator})
      and source_no = (select no from observation_source where code = ${source})`.execute(db(work));
  if (count === null) return;
  await sql`
    insert into observation (area_id, indicator_no, fiscal_year, sex, age_band, source_no, numerator, published, import_id)
    select ${areaId}, indicator.no, ${year}, 0, 127, source.no, ${count}::bigint, true, ${COUNTED_HERE}::uuid
    from indicator, observation_source source where indicator.code = ${indicator} and source.code = ${source}
    on conflict do nothing`.execute(db(work));
}
