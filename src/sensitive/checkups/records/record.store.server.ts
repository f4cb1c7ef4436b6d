import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { CheckupPermit } from "../access.ts";
import type { SettledRow, YearRow } from "../model/person-year.rules.ts";

type Import = Readonly<{ areaId: string; id: string }>;

/** Whether other imports brought anything of that agreement in these years. */
export async function standsAny(
  permit: CheckupPermit,
  { areaId, id }: Import,
  agreement: string,
  years: readonly number[],
): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (
      select from sensitive.import_batch batch
      where batch.area_id = ${areaId} and batch.kind = 'checkups' and batch.state = 'done' and batch.id <> ${id}
        and batch.choices->>'agreement' = ${agreement}
        and exists (select from sensitive.checkup_cube cube
          where cube.area_id = batch.area_id and cube.import_id = batch.id
            and cube.fiscal_year = any (${[...years]}::smallint[]))) as any`.execute(db(permit));
  return rows[0]!.any;
}

/** Persons whose year has to be looked at: those that another import knows, and those of these hashes. */
export async function createTouched(permit: CheckupPermit): Promise<void> {
  await sql`create temporary table if not exists checkup_touched (fiscal_year smallint, person_key uuid) on commit drop`.execute(
    db(permit),
  );
  await sql`truncate checkup_touched`.execute(db(permit));
}

export async function touchKnown(
  permit: CheckupPermit,
  { areaId, id }: Import,
  agreement: string,
): Promise<void> {
  await sql`
    insert into checkup_touched
    select distinct fresh.fiscal_year, fresh.person_key from sensitive.checkup_record fresh
    where fresh.area_id = ${areaId} and fresh.import_id = ${id} and exists (
      select from sensitive.checkup_record other
      where other.area_id = ${areaId} and other.agreement_id = ${agreement}
        and other.fiscal_year = fresh.fiscal_year and other.person_key = fresh.person_key
        and other.import_id <> ${id} and not other.withdrawn)`.execute(db(permit));
}

export async function touch(
  permit: CheckupPermit,
  persons: readonly Readonly<{ fiscalYear: number; personKey: string }>[],
): Promise<void> {
  if (persons.length === 0) return;
  await sql`
    insert into checkup_touched
    select * from unnest(${persons.map((one) => one.fiscalYear)}::smallint[], ${persons.map((one) => one.personKey)}::uuid[])
    except select * from checkup_touched`.execute(db(permit));
}

/** A record as it stands, with what it is counted by. */
export type StoredRecord = YearRow &
  Readonly<{
    personKey: string;
    fiscalYear: number;
    ageOnDay: number;
    ageAtEnd: number;
    sex: 1 | 2;
    kind: string;
    municipality: string;
    size: number;
    industry: string;
    meal: string;
    raw: string;
  }>;

const RECORD = sql`record.import_id as "importId", record.line, record.exam_day as "examDay", record.version, record.standing,
  record.counted, record.person_key as "personKey", record.fiscal_year as "fiscalYear", record.age_on_day as "ageOnDay",
  record.age_at_end as "ageAtEnd", record.sex, record.kind, record.municipality, record.workplace_size as size,
  record.industry, record.meal, record.raw`;

/** The records of the touched persons, so many persons at a time, in their order. */
export async function selectTouched(
  permit: CheckupPermit,
  areaId: string,
  agreement: string,
  after: Readonly<{ fiscalYear: number; personKey: string }>,
  persons: number,
): Promise<Omit<StoredRecord, "says">[]> {
  const { rows } = await sql<Omit<StoredRecord, "says">>`
    select ${RECORD} from (
      select * from checkup_touched
      where (fiscal_year, person_key) > (${after.fiscalYear}::smallint, ${after.personKey}::uuid)
      order by fiscal_year, person_key limit ${persons}) touched
    join sensitive.checkup_record record
      on record.area_id = ${areaId} and record.agreement_id = ${agreement}
      and record.fiscal_year = touched.fiscal_year and record.person_key = touched.person_key
    where not record.withdrawn
    order by record.fiscal_year, record.person_key, record.exam_day, record.import_id, record.line`.execute(
    db(permit),
  );
  return rows;
}

/** Everything that counts of an import, in the order of its lines. */
export async function selectCounted(
  permit: CheckupPermit,
  { areaId, id }: Import,
  after: number,
  limit: number,
): Promise<Omit<StoredRecord, "says">[]> {
  const { rows } = await sql<Omit<StoredRecord, "says">>`
    select ${RECORD} from sensitive.checkup_record record
    where record.area_id = ${areaId} and record.import_id = ${id} and record.line > ${after} and record.counted
    order by record.line limit ${limit}`.execute(db(permit));
  return rows;
}

export async function updateSettled(
  permit: CheckupPermit,
  areaId: string,
  rows: readonly SettledRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update sensitive.checkup_record record
    set version = settled.version, standing = settled.standing, counted = settled.counted
    from unnest(${rows.map(({ row }) => row.importId)}::uuid[], ${rows.map(({ row }) => row.line)}::integer[],
      ${rows.map(({ version }) => version)}::smallint[], ${rows.map(({ standing }) => standing)}::boolean[],
      ${rows.map(({ counted }) => counted)}::boolean[]) settled (import_id, line, version, standing, counted)
    where record.area_id = ${areaId} and record.import_id = settled.import_id and record.line = settled.line`.execute(
    db(permit),
  );
}

export async function deleteLines(
  permit: CheckupPermit,
  { areaId, id }: Import,
  lines: readonly number[],
): Promise<void> {
  if (lines.length === 0) return;
  await sql`delete from sensitive.checkup_record
    where area_id = ${areaId} and import_id = ${id} and line = any (${[...lines]}::integer[])`.execute(
    db(permit),
  );
}

/** Takes all records of an import out; they stay readable to who may see them. */
export async function withdrawRecords(permit: CheckupPermit, { areaId, id }: Import): Promise<number> {
  const gone =
    await sql`update sensitive.checkup_record set withdrawn = true, standing = false, counted = false
    where area_id = ${areaId} and import_id = ${id} and not withdrawn`.execute(db(permit));
  return Number(gone.numAffectedRows ?? 0);
}
