import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { Question } from "#platform/tables/questions.ts";
import type { IndicatorPermit } from "../access.ts";
import { COUNTED_HERE } from "../facts/counted-here.store.server.ts";
import type { Level } from "./figures/rules.ts";
import type { RawFigure } from "./schema.ts";

/** Rows that the reader may see: the published ones, and those of all of these areas where `unpublished`. */
export type Sight = Readonly<{ areas: readonly AreaId[]; unpublished: boolean }>;

/**
 * The figures of these areas, each level of each indicator and year added up where it lies, so that an area of a
 * million rows sends as little as one of a hundred. One range of the primary key per area. Sums in floating point are
 * exact for counts below 2^53 and cost a third of those in numeric.
 */
export async function selectLevels(permit: IndicatorPermit, { areas, unpublished }: Sight): Promise<Level[]> {
  const { rows } = await sql<Omit<Level, "level"> & { allAges: boolean; bothSexes: boolean }>`
    select area_id as "areaId", indicator_no as "indicatorNo", fiscal_year as "fiscalYear", source_no as "sourceNo",
      age_band = 127 as "allAges", sex = 0 as "bothSexes", count(*)::int as rows,
      count(numerator) = count(*) and count(denominator) in (0, count(*)) as counted,
      sum(numerator::float8) as numerator, sum(denominator::float8) as denominator,
      max(value) as value, max(lower) as lower, max(upper) as upper, max(as_of) as "asOf",
      min(age_band >> 7) as "firstAge", max(age_band & 127) as "lastAge",
      sum((age_band & 127) - (age_band >> 7) + 1)::int as width, count(*) filter (where sex = 1)::int as men,
      bool_and(import_id = ${COUNTED_HERE}::uuid) as "countedHere"
    from observation
    where area_id = any (${[...areas]}::text[]) and (published or ${unpublished})
    group by area_id, indicator_no, fiscal_year, source_no, 5, 6`.execute(db(permit));
  return rows.map(({ allAges, bothSexes, ...level }) => ({
    ...level,
    level: allAges ? (bothSexes ? "total" : "sexes") : bothSexes ? "bands" : "strata",
  }));
}

/**
 * Single figures as stored, for indicators of which no total can be had (men alone, one age band) and for those that
 * the page shows by sex.
 */
export async function selectFigures(
  permit: IndicatorPermit,
  { areas, unpublished }: Sight,
  indicators: readonly number[],
): Promise<RawFigure[]> {
  if (indicators.length === 0) return [];
  const { rows } = await sql<RawFigure>`
    select area_id as "areaId", indicator_no as "indicatorNo", fiscal_year as "fiscalYear", source_no as "sourceNo",
      sex, age_band as "ageBand", numerator, denominator, value, lower, upper, as_of as "asOf"
    from observation
    where area_id = any (${[...areas]}::text[]) and indicator_no = any (${[...indicators]}::int2[])
      and (published or ${unpublished})`.execute(db(permit));
  return rows;
}

/** What was asked of the files from which these areas' figures of an indicator came, and answered; of imports in reach. */
export async function selectAnswers(
  permit: IndicatorPermit,
  areas: readonly AreaId[],
  indicator: string,
): Promise<
  Readonly<{ fileName: string; questions: readonly Question[]; answers: Record<string, string> }>[]
> {
  const { rows } = await sql<Awaited<ReturnType<typeof selectAnswers>>[number]>`
    select file_name as "fileName", questions, choices -> 'answers' as answers from import_batch
    where jsonb_array_length(coalesce(questions, '[]')) > 0 and choices -> 'answers' is not null and id in (
      select import_id from observation where area_id = any (${[...areas]}::text[])
        and indicator_no = (select no from indicator where code = ${indicator}))
    order by id`.execute(db(permit));
  return rows;
}
