import { type RawBuilder, sql } from "kysely";
import pg from "pg";
import { db } from "#platform/db/rows.ts";
import type { ImportId } from "#platform/tables/import.ts";
import type { ImportPermit } from "../../access.ts";
import type { StagedFigure } from "../rows/schema.ts";
import type { FoundCount, FoundExample } from "./rules.ts";
import { FIGURE, KEY, list, sameKey, staged } from "./staging/store.server.ts";

/** Takes the figures of these lines out of the staged ones; returns how many. */
export async function dropLines(permit: ImportPermit, lines: readonly number[]): Promise<number> {
  if (lines.length === 0) return 0;
  const gone = await sql`delete from import_staging where line = any (${[...lines]}::bigint[])`.execute(
    db(permit),
  );
  return Number(gone.numAffectedRows ?? 0);
}

/** Leaves of figures with one key the first. */
export async function dropRepeated(permit: ImportPermit): Promise<void> {
  await sql`
    delete from import_staging where ctid = any (array(
      select ctid from (
        select ctid, row_number() over (partition by ${list(KEY)} order by line) as place from import_staging
      ) ranked where place > 1))`.execute(db(permit));
}

/**
 * Puts the figures that were staged last, those of lines behind `after`, in as new. False, and they are not, where one of
 * them stands already.
 */
export async function addStaged(
  permit: ImportPermit,
  importId: ImportId,
  published: boolean,
  { after, block, size, grouped }: LastStaged,
): Promise<boolean> {
  await sql`savepoint before_adding`.execute(db(permit));
  try {
    const add = async (from: number) => {
      const { numAffectedRows } = await sql`
        insert into observation (${list([...KEY, ...FIGURE])}, published, import_id)
        select ${list([...KEY, ...FIGURE])}, ${published}, ${importId}::uuid from import_staging
        where ctid >= ${sql.lit(`(${from},0)`)}::tid and line > ${after}
        ${grouped ? sql`` : sql`order by ${list(KEY)}`}`.execute(db(permit));
      return Number(numAffectedRows ?? 0);
    };
    let added = await add(block);
    if (added !== size) {
      // COPY may have found room on an earlier page.
      await sql`rollback to savepoint before_adding`.execute(db(permit));
      added = await add(0);
    }
    if (added !== size) throw new Error(`${size} figures were staged and ${added} of them found`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== "23505") throw error;
    await sql`rollback to savepoint before_adding`.execute(db(permit));
    return false;
  }
  await sql`release savepoint before_adding`.execute(db(permit));
  return true;
}

/** What was staged last: how many figures, behind which line, from about which page of the staging table on. */
type LastStaged = Readonly<{ after: number; block: number; size: number; grouped: boolean }>;

/** Takes out again what addStaged() put in: of these lines, or of all. */
export async function takeOutStaged(
  permit: ImportPermit,
  importId: ImportId,
  lines: readonly number[] | "all",
): Promise<void> {
  if (lines.length === 0) return;
  await sql`
    delete from observation where ctid = any (array(
      select added.place from import_staging s cross join lateral (
        select o.ctid as place from observation o
        where ${sameKey("o", "s")} and o.import_id = ${importId}::uuid offset 0
      ) added
      ${lines === "all" ? sql`` : sql`where s.line = any (${[...lines]}::bigint[])`}))`.execute(db(permit));
}

/** Whether anything stands of these areas, indicators and years; of too many combinations it is not looked at. */
export async function standsAny(
  permit: ImportPermit,
  areas: ReadonlySet<string>,
  indicators: ReadonlySet<number>,
  years: ReadonlySet<number>,
): Promise<boolean> {
  if (areas.size * indicators.size * years.size > MOST_PROBES) return true;
  const { rows } = await sql<{ stands: boolean }>`
    select exists (
      select from unnest(${[...areas]}::text[]) area
      cross join unnest(${[...indicators]}::smallint[]) indicator
      cross join unnest(${[...years]}::smallint[]) year
      cross join lateral (
        select from observation o
        where o.area_id = area collate "C" and o.indicator_no = indicator and o.fiscal_year = year limit 1
      ) standing) as stands`.execute(db(permit));
  return rows[0]!.stands;
}
const MOST_PROBES = 500_000;

/** Of which indicator and year how many figures are staged, all of them new. */
export async function countStaged(permit: ImportPermit): Promise<FoundCount[]> {
  const { rows } = await sql<FoundCount>`
    select indicator_no as "indicatorNo", fiscal_year as "fiscalYear", true as fresh, count(*) as figures
    from import_staging group by 1, 2`.execute(db(permit));
  return rows;
}

/** Compares the staged figures, whose keys must be distinct, with what stands, and keeps what they would change. */
export async function compareStaged(
  permit: ImportPermit,
  published: boolean,
  examples: number,
): Promise<Readonly<{ found: readonly FoundCount[]; examples: readonly FoundExample[] }>> {
  await sql`
    insert into import_change
    select s.*, o.import_id is null, ${shown("o")}
    from import_staging s left join observation o on ${sameKey("s", "o")}
    where o.import_id is null or (${list(FIGURE, "s")}) is distinct from (${list(FIGURE, "o")})
      or (${published} and not o.published)`.execute(db(permit));
  const { rows: found } = await sql<FoundCount>`
    select indicator_no as "indicatorNo", fiscal_year as "fiscalYear", fresh, count(*) as figures
    from import_change group by 1, 2, 3`.execute(db(permit));
  const { rows } = await sql<FoundExample>`
    select area_id as area, indicator_no as "indicatorNo", fiscal_year as "fiscalYear", sex, age_band as "ageBand",
      before, ${shown("c")} as after
    from import_change c where not fresh order by line limit ${examples}`.execute(db(permit));
  return { found, examples: rows };
}

/**
 * Puts in beside what stands what compareStaged() found: adds what is new, moves what differs to the history and
 * writes the new figure in its place.
 */
export async function mergeCompared(
  permit: ImportPermit,
  importId: ImportId,
  published: boolean,
  at: Date,
): Promise<void> {
  await sql`
    insert into observation_history (${list([...KEY, ...FIGURE])}, published, import_id, ended_at, ended_by)
    select ${list([...KEY, ...FIGURE], "o")}, o.published, o.import_id, ${at}, ${importId}::uuid
    from import_change c join observation o on ${sameKey("c", "o")} where not c.fresh`.execute(db(permit));
  await sql`
    update observation o set
      ${sql.join(FIGURE.map((column) => sql`${sql.ref(column)} = ${sql.ref(`c.${column}`)}`))},
      published = o.published or ${published}, import_id = ${importId}::uuid
    from import_change c where ${sameKey("c", "o")} and not c.fresh`.execute(db(permit));
  await sql`
    insert into observation (${list([...KEY, ...FIGURE])}, published, import_id)
    select ${list([...KEY, ...FIGURE])}, ${published}, ${importId}::uuid
    from import_change where fresh order by ${list(KEY)}`.execute(db(permit));
}

type Standing = Readonly<{
  standingYear: number;
  standingNumerator: number | null;
  standingDenominator: number | null;
  standingValue: number | null;
}>;

/** Staged figures beside what stands of the same, or of the year before, where they lie far apart. */
export async function selectFarFromStanding(
  permit: ImportPermit,
): Promise<Readonly<{ figure: StagedFigure; standing: StagedFigure }>[]> {
  const { rows } = await sql<StagedFigure & Standing>`
    select ${staged("s")}, o.fiscal_year as "standingYear", o.numerator as "standingNumerator",
      o.denominator as "standingDenominator", o.value as "standingValue"
    from import_staging s join observation o on o.area_id = s.area_id and o.indicator_no = s.indicator_no
      and o.fiscal_year in (s.fiscal_year, s.fiscal_year - 1) and o.sex = s.sex and o.age_band = s.age_band
      and o.source_no = s.source_no
    where ${sql.join(
      ["numerator", "denominator", "value"].map(
        (field) =>
          sql`${sql.ref(`s.${field}`)} >= 4 * ${sql.ref(`o.${field}`)} or ${sql.ref(`o.${field}`)} >= 4 * ${sql.ref(`s.${field}`)}`,
      ),
      sql` or `,
    )}`.execute(db(permit));
  return rows.map(({ standingYear, standingNumerator, standingDenominator, standingValue, ...figure }) => ({
    figure,
    standing: {
      ...figure,
      fiscalYear: standingYear,
      numerator: standingNumerator,
      denominator: standingDenominator,
      value: standingValue,
    },
  }));
}

/** A figure in one word: 82, 82/498, 51.65. */
const shown = (table: string): RawBuilder<string> => sql<string>`
  case when ${sql.ref(`${table}.value`)} is not null then ${sql.ref(`${table}.value`)}::text
    else concat_ws('/', ${sql.ref(`${table}.numerator`)}, ${sql.ref(`${table}.denominator`)}) end`;
