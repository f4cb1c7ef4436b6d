import { sql } from "kysely";
import { standingRows } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { PlanPermit } from "../access.ts";
import type { YearCell } from "../model/activity.schema.ts";

/** What was held by that day, by fiscal year and kind. */
export async function selectYearTable(
  permit: PlanPermit,
  years: Readonly<{ from: number; to: number }>,
  today: PlainDate,
): Promise<YearCell[]> {
  const { rows } = await sql<YearCell>`select fiscal_year, kind, count(*)::int as activities,
      sum(sessions)::int as sessions, sum(participants)::int as participants
    from plan_activity
    where area_id = ${permit.subject.area} and fiscal_year between ${years.from} and ${years.to}
      and held_from <= ${today} and deleted_at is null
    group by fiscal_year, kind order by fiscal_year, kind`.execute(tables(permit));
  return rows;
}

/** The fiscal years that have an activity, the latest first. */
export async function selectYears(permit: PlanPermit): Promise<number[]> {
  const years = standingRows(permit, "planActivity").select("fiscalYear").distinct();
  return (await years.orderBy("fiscalYear", "desc").execute()).map((row) => row.fiscalYear);
}

/** In which fiscal years something was done for which initiative. */
export const selectActiveYears = (permit: PlanPermit) =>
  standingRows(permit, "planActivity")
    .select(["initiativeId", "fiscalYear"])
    .distinct()
    .where("initiativeId", "is not", null)
    .execute();

/** The fiscal year of an activity, deleted or not, which is locked; none where there is no such activity. */
export async function selectYearsOf(
  permit: PlanPermit,
  which: Readonly<{ id: string } | { source: string; key: string }>,
): Promise<number[]> {
  const own = tables(permit)
    .selectFrom("planActivity")
    .select("fiscalYear")
    .where("areaId", "=", permit.subject.area)
    .forUpdate();
  const found =
    "id" in which
      ? own.where("id", "=", which.id)
      : own.where("source", "=", which.source).where("sourceKey", "=", which.key);
  return (await found.execute()).map((row) => row.fiscalYear);
}

/** How often organisations did something together, by fiscal year, as far as sessions are known: what several host, and what serves a joint initiative. */
export async function selectJointYears(
  permit: PlanPermit,
): Promise<{ fiscalYear: number; sessions: number }[]> {
  const today = permit.clock.today();
  const { rows } = await sql<{ fiscalYear: number; sessions: number }>`
    select fiscal_year, sum(sessions)::int as sessions from plan_activity activity
    where area_id = ${permit.subject.area} and held_from <= ${today} and deleted_at is null and sessions is not null
      and (partners <> '' or (select count(*) from plan_initiative_organisation one
        where one.area_id = activity.area_id and one.initiative_id = activity.initiative_id) >= 2)
    group by fiscal_year order by fiscal_year`.execute(tables(permit));
  return rows;
}
