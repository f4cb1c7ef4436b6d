import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { CheckupPermit } from "../access.ts";

export type Due = Readonly<{ agreement: string; before: number }>;

/** How many records of each of these agreements are of a fiscal year before that one. */
export async function countDue(
  permit: CheckupPermit,
  due: readonly Due[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ agreement: string; records: number }>`
    select record.agreement_id as agreement, count(*)::int as records
    from unnest(${due.map((one) => one.agreement)}::uuid[], ${due.map((one) => one.before)}::smallint[]) as due (agreement, before)
    join sensitive.checkup_record record on record.agreement_id = due.agreement and record.fiscal_year < due.before
    group by 1`.execute(db(permit));
  return new Map(rows.map(({ agreement, records }) => [agreement, records]));
}

/** Erases records and counts of the fiscal years before that one, also of imports that were taken back. */
export async function deleteYears(permit: CheckupPermit, { agreement, before }: Due): Promise<number> {
  const area = permit.subject.area;
  await sql`delete from sensitive.checkup_cube
    where area_id = ${area} and agreement_id = ${agreement}::uuid and fiscal_year < ${before}`.execute(
    db(permit),
  );
  const gone = await sql`delete from sensitive.checkup_record
    where area_id = ${area} and agreement_id = ${agreement}::uuid and fiscal_year < ${before}`.execute(
    db(permit),
  );
  return Number(gone.numAffectedRows ?? 0);
}

/**
 * What the imports of an agreement remember of single rows: of those that were brought before that day, and of those of
 * which no record is left.
 */
export async function clearImports(permit: CheckupPermit, agreement: string, before: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update sensitive.import_batch batch set sample = '[]', mended = '[]', questions = '[]'
    where batch.area_id = ${permit.subject.area} and batch.kind = 'checkups' and batch.choices->>'agreement' = ${agreement}
      and batch.state in ('done', 'withdrawn', 'failed', 'cancelled')
      and (batch.created_at < ${before} or batch.state in ('done', 'withdrawn') and not exists (
        select from sensitive.checkup_record record
        where record.area_id = batch.area_id and record.import_id = batch.id))
    returning id`.execute(db(permit));
  await sql`delete from sensitive.import_rejected_row
    where area_id = ${permit.subject.area} and import_id = any (${rows.map(({ id }) => id)}::uuid[])`.execute(
    db(permit),
  );
}
