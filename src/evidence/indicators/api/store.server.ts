import { type SqlBool, sql } from "kysely";
import type { Permit } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import type { RawFigure } from "../profile/schema.ts";
import type { Cursor } from "./rules.ts";

export type ObservationFilter = Readonly<{
  areas: readonly string[] | undefined;
  indicators: readonly number[] | undefined;
  from: number | undefined;
  to: number | undefined;
  after: Cursor | undefined;
  limit: number;
}>;

/**
 * Published figures of the next so many combinations of area, indicator and year, whole: parts of one combination are
 * judged together for disclosure, so none may fall on another page. Walks the primary key from one area to the next,
 * so that a filter on the indicator alone does not read the figures of all others.
 */
export async function selectObservations(
  permit: Permit<"observation.list" | "observation.list-fhir">,
  filter: ObservationFilter,
): Promise<RawFigure[]> {
  const { areas, indicators, from, to, after, limit } = filter;
  const conditions = [
    sql<SqlBool>`published`,
    ...(indicators ? [sql<SqlBool>`indicator_no = any (${[...indicators]}::int2[])`] : []),
    ...(from === undefined ? [] : [sql<SqlBool>`fiscal_year >= ${from}::int2`]),
    ...(to === undefined ? [] : [sql<SqlBool>`fiscal_year <= ${to}::int2`]),
  ];
  const begin = after?.areaId ?? "";
  const beyond = after
    ? sql<SqlBool>`(area_id, indicator_no, fiscal_year) > (${after.areaId}, ${after.indicatorNo}::int2, ${after.fiscalYear}::int2)`
    : sql<SqlBool>`true`;
  const places = areas
    ? sql`select unnest(${[...areas]}::text[]) collate "C" as id`
    : sql`
      (select area_id as id from observation where area_id >= ${begin} order by area_id limit 1)
      union all
      select (select area_id from observation where area_id > place.id order by area_id limit 1) from place
      where place.id is not null`;
  const { rows } = await sql<RawFigure>`
    with recursive place (id) as (${places}), chosen as materialized (
      select found.* from (select id from place where id >= ${begin} order by id) place cross join lateral (
        select distinct area_id, indicator_no, fiscal_year from observation
        where area_id = place.id and ${sql.join(conditions, sql` and `)} and ${beyond}
        order by area_id, indicator_no, fiscal_year limit ${limit}
      ) found limit ${limit}
    )
    select area_id as "areaId", indicator_no as "indicatorNo", fiscal_year as "fiscalYear", source_no as "sourceNo",
      sex, age_band as "ageBand", numerator, denominator, value, lower, upper, as_of as "asOf"
    from chosen join observation using (area_id, indicator_no, fiscal_year)
    where published
    order by area_id, indicator_no, fiscal_year, sex, age_band, source_no`.execute(db(permit));
  return rows;
}
