import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { PlanPermit } from "../access.ts";
import type { YearCell } from "../model/activity.schema.ts";

/** What was held by that day, by fiscal year and kind. */
export async function selectYearTable(
  permit: PlanPermit,
  area: string,
  years: Readonly<{ from: number; to: number }>,
  today: PlainDate,
): Promise<YearCell[]> {
  const { rows } = await sql<YearCell>`select fiscal_year as "fiscalYear", kind, count(*)::int as activities,
      sum(sessions)::int as sessions, sum(participants)::int as participants
    from plan_activity
    where area_id = ${area} and fiscal_year between ${years.from} and ${years.to}
      and held_from <= ${today} and deleted_at is null
    group by fiscal_year, kind order by fiscal_year, kind`.execute(db(permit));
  return rows;
}

/** The fiscal years that have an activity, the latest first. */
export async function selectYears(permit: PlanPermit, area: string): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`select distinct fiscal_year as year from plan_activity
    where area_id = ${area} and deleted_at is null order by 1 desc`.execute(db(permit));
  return rows.map((row) => row.year);
}

/** In which fiscal years something was done for which initiative. */
export async function selectActiveYears(permit: PlanPermit, area: string) {
  const { rows } = await sql<{ initiativeId: string; fiscalYear: number }>`
    select distinct initiative_id as "initiativeId", fiscal_year as "fiscalYear" from plan_activity
    where area_id = ${area} and initiative_id is not null and deleted_at is null`.execute(db(permit));
  return rows;
}

/** The fiscal year of an activity, deleted or not, which is held; none where there is no such activity. */
export async function selectYearsOf(
  permit: PlanPermit,
  area: string,
  which: Readonly<{ id: string } | { source: string; key: string }>,
): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`select fiscal_year as year from plan_activity
    where area_id = ${area}
      and ${"id" in which ? sql`id = ${which.id}` : sql`source = ${which.source} and source_key = ${which.key}`}
    for update`.execute(db(permit));
  return rows.map((row) => row.year);
}
