import { type RawBuilder, sql } from "kysely";
import pg from "pg";
import { db } from "#platform/db/rows.ts";
import type { ImportId } from "#platform/tables/import.ts";
import type { ImportPermit } from "../../access.ts";
import type { ChangeExample } from "../schema.ts";

const KEY = ["area_id", "indicator_no", "fiscal_year", "sex", "age_band", "source_no"] as const;
const FIGURE = ["numerator", "denominator", "value", "lower", "upper", "as_of"] as const;

const list = (columns: readonly string[], table?: string): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(table ? `${table}.${column}` : column)));
const sameKey = (a: string, b: string): RawBuilder<unknown> =>
  sql.join(
    KEY.map((column) => sql`${sql.ref(`${a}.${column}`)} = ${sql.ref(`${b}.${column}`)}`),
    sql` and `,
  );

/** Puts all staged figures in as new. False, and nothing is changed, where one of them stands already. */
export async function addAllStaged(
  permit: ImportPermit,
  importId: ImportId,
  published: boolean,
  grouped: boolean,
): Promise<boolean> {
  await sql`savepoint before_adding`.execute(db(permit));
  try {
    await sql`
      insert into observation (${list([...KEY, ...FIGURE])}, published, import_id)
      select ${list([...KEY, ...FIGURE])}, ${published}, ${importId}::uuid from import_staging
      ${grouped ? sql`` : sql`order by ${list(KEY)}`}`.execute(db(permit));
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== "23505") throw error;
    await sql`rollback to savepoint before_adding`.execute(db(permit));
    return false;
  }
  await sql`release savepoint before_adding`.execute(db(permit));
  return true;
}

/** Takes lines out of the staged ones that say again what an earlier line says; `same` where the figure is the same. */
export async function dropRepeatedStaged(
  permit: ImportPermit,
): Promise<{ line: number; first: number; same: boolean }[]> {
  const { rows: any } = await sql`
    select from import_staging group by ${list(KEY)} having count(*) > 1 limit 1`.execute(db(permit));
  if (any.length === 0) return [];
  const { rows } = await sql<{ line: number; first: number; same: boolean }>`
    with ranked as (
      select line, row_number() over same_key as place, first_value(line) over same_key as first,
        first_value(row(${list(FIGURE)})::text) over same_key = row(${list(FIGURE)})::text as same
      from import_staging
      window same_key as (partition by ${list(KEY)} order by line)
    ), gone as (
      delete from import_staging where line in (select line from ranked where place > 1)
      returning line
    )
    select ranked.line, ranked.first, ranked.same from ranked where place > 1`.execute(db(permit));
  return rows;
}

/** Lines whose key an earlier portion of the same file had already, and whose figure is another. */
export async function dropRepeatedSeen(
  permit: ImportPermit,
): Promise<{ line: number; first: number; same: boolean }[]> {
  const { rows } = await sql<{ line: number; first: number; same: boolean }>`
    with gone as (
      delete from import_staging s using import_seen e where ${sameKey("s", "e")}
      returning s.line, e.line as first, (${list(FIGURE, "s")}) is not distinct from (${list(FIGURE, "e")}) as same
    )
    select line, first, same from gone`.execute(db(permit));
  await sql`insert into import_seen select * from import_staging`.execute(db(permit));
  return rows;
}

type Found = { indicator_no: number; fiscal_year: number; figures: number };

export type Compared = Readonly<{
  added: readonly Found[];
  changed: readonly Found[];
  examples: readonly (Omit<ChangeExample, "indicator"> & { indicatorNo: number })[];
  /** Lines that contradict an earlier portion of the same file. */
  contradicting: readonly number[];
}>;

/** What the staged figures would change. Staged keys must be distinct. */
export async function compareStaged(
  permit: ImportPermit,
  importId: ImportId,
  published: boolean,
  examples: number,
): Promise<Compared> {
  await sql`truncate import_change`.execute(db(permit));
  await sql`
    insert into import_change
    select s.*, o.import_id is null, o.import_id is not distinct from ${importId}::uuid, ${shown("o")}
    from import_staging s left join observation o on ${sameKey("s", "o")}
    where o.import_id is null or (${list(FIGURE, "s")}) is distinct from (${list(FIGURE, "o")})
      or (${published} and not o.published)`.execute(db(permit));
  const { rows: contradicting } = await sql<{ line: number }>`
    delete from import_change where own returning line`.execute(db(permit));
  const { rows: found } = await sql<Found & { fresh: boolean }>`
    select indicator_no, fiscal_year, fresh, count(*) as figures from import_change group by 1, 2, 3`.execute(
    db(permit),
  );
  const { rows: shownChanges } = await sql<Compared["examples"][number]>`
    select area_id as area, indicator_no as "indicatorNo", fiscal_year as "fiscalYear", sex, age_band as "ageBand",
      before, ${shown("c")} as after
    from import_change c where not fresh order by line limit ${examples}`.execute(db(permit));
  return {
    added: found.filter(({ fresh }) => fresh),
    changed: found.filter(({ fresh }) => !fresh),
    examples: shownChanges,
    contradicting: contradicting.map(({ line }) => line),
  };
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

/** A figure in one word: 82, 82/498, 51.65. */
const shown = (table: string): RawBuilder<string> => sql<string>`
  case when ${sql.ref(`${table}.value`)} is not null then ${sql.ref(`${table}.value`)}::text
    else concat_ws('/', ${sql.ref(`${table}.numerator`)}, ${sql.ref(`${table}.denominator`)}) end`;
