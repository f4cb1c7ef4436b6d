import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { FiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { PlanPermit } from "../access.ts";

/**
 * One who counts an area at a time, freed with the transaction: of two who save at once the second counts again, and
 * sees what the first saved.
 */
export async function lockCounting(permit: PlanPermit): Promise<void> {
  const key = `plan_counting:${permit.subject.area}`;
  await sql`select pg_advisory_xact_lock(hashtext(${key}))`.execute(tables(permit));
}

/** The fiscal years of activities that were entered before their day, and whose day came in this span. */
export async function selectDueYears(permit: PlanPermit, from: PlainDate, to: PlainDate) {
  const { rows } = await sql<{ area: string; years: FiscalYear[] }>`
    select area_id as area, array_agg(distinct fiscal_year) as years from plan_activity
    where held_from between ${from} and ${to} and deleted_at is null
      and (coalesce(changed_at, entered_at) at time zone 'Asia/Tokyo')::date < held_from
    group by area_id`.execute(tables(permit));
  return rows;
}
