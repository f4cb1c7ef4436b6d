import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { CheckupPermit } from "../access.ts";
import { DEFINITION } from "../model/checkup-indicator.schema.ts";
import type { CheckupKind } from "../model/checkup-kind.rules.ts";
import { type Mean, meanOf } from "./cube-mean.rules.ts";
import type { Tally } from "./tally.rules.ts";

const ROWS_A_STATEMENT = 2000;

/** Adds counts to an import's part of the cube. */
export async function addCounts(
  permit: CheckupPermit,
  { areaId, importId, agreement }: Readonly<{ areaId: string; importId: string; agreement: string }>,
  tally: Tally,
): Promise<void> {
  let rows: object[] = [];
  const send = async () => {
    if (rows.length === 0) return;
    await sql`
      insert into sensitive.checkup_cube (area_id, import_id, definition, agreement_id, municipality, fiscal_year, sex,
        age_band, workplace_size, industry, kind, indicator, examined, found, sum, sum_squares)
      select ${areaId}, ${importId}::uuid, ${DEFINITION}, ${agreement}::uuid, municipality, fiscal_year, sex, age_band, size,
        industry, kind, indicator, examined, found, sum, squares
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as counted (municipality text, fiscal_year smallint,
        sex smallint, age_band smallint, size smallint, industry text, kind text, indicator text, examined integer,
        found integer, sum bigint, squares bigint)
      on conflict (area_id, import_id, definition, fiscal_year, indicator, sex, age_band, municipality, workplace_size, industry, kind)
      do update set examined = checkup_cube.examined + excluded.examined, found = checkup_cube.found + excluded.found,
        sum = checkup_cube.sum + excluded.sum, sum_squares = checkup_cube.sum_squares + excluded.sum_squares`.execute(
      db(permit),
    );
    rows = [];
  };
  for (const { fiscalYear: fiscal_year, ageBand: age_band, sumSquares: squares, ...rest } of tally.counts()) {
    rows.push({ ...rest, fiscal_year, age_band, squares });
    if (rows.length >= ROWS_A_STATEMENT) await send();
  }
  await send();
}

/** Takes an import's part out of the cube. */
export async function deletePart(permit: CheckupPermit, areaId: string, importId: string): Promise<void> {
  await sql`delete from sensitive.checkup_cube
    where area_id = ${areaId} and import_id = ${importId}::uuid and definition = ${DEFINITION}`.execute(
    db(permit),
  );
}

/** Means of what an agreement's provider measured in a year, beside those of other imports than that one. */
export async function selectMeans(
  permit: CheckupPermit,
  agreement: string,
  fiscalYear: number,
  except: string,
): Promise<Mean[]> {
  const { rows } = await sql<{ indicator: string; n: number; sum: number; squares: number }>`
    select indicator, sum(examined)::bigint as n, sum(sum)::bigint as sum, sum(sum_squares)::numeric as squares
    from sensitive.checkup_cube
    where area_id = ${permit.subject.area} and definition = ${DEFINITION} and fiscal_year = ${fiscalYear}
      and agreement_id = ${agreement}::uuid and import_id <> ${except}::uuid and indicator like 'mean:%'
    group by 1`.execute(db(permit));
  return rows.map(({ indicator, n, sum, squares }) => meanOf(indicator, n, sum, squares));
}

/** What editions are made of: persons of a year, by whose figures and cell. */
export type CubeRow = Readonly<{
  agreementId: string;
  indicator: string;
  kind: CheckupKind;
  sex: number;
  ageBand: number;
  municipality: string;
  size: number;
  examined: number;
  found: number;
}>;

export async function selectYear(
  permit: CheckupPermit,
  fiscalYear: number,
  indicators: readonly string[],
): Promise<CubeRow[]> {
  const { rows } = await sql<CubeRow>`
    select agreement_id as "agreementId", indicator, kind, sex, age_band as "ageBand", municipality, workplace_size as size,
      sum(examined)::int as examined, sum(found)::int as found
    from sensitive.checkup_cube
    where area_id = ${permit.subject.area} and definition = ${DEFINITION} and fiscal_year = ${fiscalYear}
      and indicator = any (${[...indicators]}::text[])
    group by 1, 2, 3, 4, 5, 6, 7`.execute(db(permit));
  return rows;
}

/** The fiscal years of which anything stands, newest first. */
export async function selectYears(permit: CheckupPermit): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct fiscal_year as year from sensitive.checkup_cube
    where area_id = ${permit.subject.area} and definition = ${DEFINITION} order by 1 desc`.execute(
    db(permit),
  );
  return rows.map(({ year }) => year);
}

/** An import that only earlier definitions have counted: one that came in since is counted by this one already. */
const WAITING = sql`exists (select from sensitive.checkup_cube old
      where old.area_id = batch.area_id and old.import_id = batch.id and old.definition < ${DEFINITION})
    and not exists (select from sensitive.checkup_cube own
      where own.area_id = batch.area_id and own.import_id = batch.id and own.definition = ${DEFINITION})`;
const DONE = sql`batch.kind = 'checkups' and batch.state = 'done'`;

/** The next import of an area that has a part, with whose it is; `all`: also those that this definition has counted. */
export async function findPart(
  permit: CheckupPermit,
  { after, all }: Readonly<{ after: string; all: boolean }>,
): Promise<{ importId: string; agreement: string } | undefined> {
  const { rows } = await sql<{ importId: string; agreement: string }>`
    select batch.id as "importId", batch.choices->>'agreement' as agreement from sensitive.import_batch batch
    where batch.area_id = ${permit.subject.area} and ${DONE} and batch.id > ${after}::uuid and (${all} or ${WAITING})
    order by batch.id limit 1`.execute(db(permit));
  return rows[0];
}

/** How many imports of an area wait to be counted by the definition of this version. */
export async function countWaiting(permit: CheckupPermit): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from sensitive.import_batch batch
    where batch.area_id = ${permit.subject.area} and ${DONE} and ${WAITING}`.execute(db(permit));
  return rows[0]!.waiting;
}

export async function selectCountedAreas(permit: CheckupPermit): Promise<string[]> {
  const { rows } = await sql<{ area: string }>`
    select distinct batch.area_id as area from sensitive.import_batch batch where ${DONE}`.execute(
    db(permit),
  );
  return rows.map(({ area }) => area);
}
