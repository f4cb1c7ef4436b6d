import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import type { FindableRows } from "#foundation/search/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

/** All indicators, by their names, their code and what files call them. */
export const findableIndicators = (permit: Work): FindableRows =>
  tables(permit)
    .selectFrom("indicator")
    .select([
      sql<AreaId>`'jp'`.as("areaId"),
      "code as id",
      sql<boolean>`true`.as("open"),
      sql<string>`concat_ws(' ', name_ja, name_en, replace(code, '_', ' '), array_to_string(synonyms, ' '))`.as(
        "words",
      ),
    ]) as unknown as FindableRows;

/** Of these indicators, each with the first of the areas that has a figure of it in reach. */
export async function selectIndicatorPlaces(
  permit: Work,
  codes: readonly string[],
  areas: readonly AreaId[],
): Promise<readonly Readonly<{ code: string; nameJa: string; nameEn: string; area: AreaId }>[]> {
  const { rows } = await sql<{ code: string; nameJa: string; nameEn: string; area: AreaId }>`
    select indicator.code, indicator.name_ja, indicator.name_en, place.id as area
    from indicator cross join lateral (
      select one.id from unnest(${[...areas]}::text[]) with ordinality as one (id, place)
      where exists (select from observation where observation.area_id = one.id
        and observation.indicator_no = indicator.no)
      order by one.place limit 1) place
    where indicator.code = any (${[...codes]}::text[])`.execute(tables(permit));
  return rows;
}
