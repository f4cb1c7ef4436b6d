import { type RawBuilder, sql } from "kysely";
import { copyInto, db } from "#platform/db/rows.ts";
import type { ImportPermit } from "../../../access.ts";
import type { StagedFigure } from "../../rows/schema.ts";

/** A figure of the file with its line, as the temporary tables hold it; in the order in which StagedRows sends it. */
const COLUMNS = sql.raw(`
  line bigint not null, numerator bigint, denominator bigint,
  value double precision, lower double precision, upper double precision, as_of date,
  indicator_no smallint not null, fiscal_year smallint not null, sex smallint not null,
  age_band smallint not null, source_no smallint not null, area_id text not null collate "C"`);

/** By what a figure is known, and what it says. */
export const KEY = ["area_id", "indicator_no", "fiscal_year", "sex", "age_band", "source_no"] as const;
export const FIGURE = ["numerator", "denominator", "value", "lower", "upper", "as_of"] as const;

export const list = (columns: readonly string[], table?: string): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(table ? `${table}.${column}` : column)));
export const sameKey = (a: string, b: string): RawBuilder<unknown> =>
  sql.join(
    KEY.map((column) => sql`${sql.ref(`${a}.${column}`)} = ${sql.ref(`${b}.${column}`)}`),
    sql` and `,
  );

/** The columns of a staged figure, by the names of StagedFigure. */
export const staged = (table: string): RawBuilder<unknown> =>
  sql.join(
    ["line", ...KEY, ...FIGURE].map(
      (column) =>
        sql`${sql.ref(`${table}.${column}`)} as ${sql.id(column.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase()))}`,
    ),
  );

/**
 * The tables into which rows are sent first; they go with the transaction and are never written to the log. All rows of
 * a file stand in `import_staging` before any is put in its place, since a later one may tell that an earlier one is wrong.
 */
export async function createStaging(permit: ImportPermit): Promise<void> {
  await sql`create temporary table import_staging (${COLUMNS}) on commit drop`.execute(db(permit));
  await sql`create temporary table import_change (${COLUMNS}, fresh boolean, before text) on commit drop`.execute(
    db(permit),
  );
  // Figures are looked up by their key, so that cost grows with the file and not with what is stored. Left to
  // itself the planner may read the whole table instead, since it knows nothing of the staging table's size.
  await sql`set local enable_hashjoin = off`.execute(db(permit));
  await sql`set local enable_mergejoin = off`.execute(db(permit));
  await sql`set local work_mem = '64MB'`.execute(db(permit));
}

/** The number of the page that comes next in the staging table. */
export async function stagingEnd(permit: ImportPermit): Promise<number> {
  const { rows } = await sql<{ pages: string }>`
    select pg_relation_size('import_staging') / current_setting('block_size')::bigint as pages`.execute(
    db(permit),
  );
  return Number(rows[0]!.pages);
}

/** Sends these rows beside those that were staged before. */
export const stage = (permit: ImportPermit, rows: StagedRows): Promise<void> =>
  copyInto(permit)("copy import_staging from stdin (format binary)", rows.bytes());

const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const FIELDS = 13;
/** The most that a row takes, its area's id aside: 13 lengths, seven wide fields, five narrow ones. */
const LONGEST_ROW = 2 + FIELDS * 4 + 7 * 8 + 5 * 2 + 4 * 64;
const TRAILER = 2;
const ROWS_OF_AN_AREA = 10;
const FIRST_DAY = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;

/**
 * Rows as PostgreSQL's binary COPY takes them, in one piece of memory that is used again and again: a million rows
 * as strings would keep the garbage collector busier than the import.
 */
export class StagedRows {
  size = 0;
  lastLine = 0;
  #lastArea = "";
  #areaChanges = 0;
  #buffer = Buffer.allocUnsafe(4 * 1024 * 1024);
  #view = viewOf(this.#buffer);
  #at = 0;

  constructor() {
    this.clear();
  }

  clear(): void {
    this.size = 0;
    this.#areaChanges = 0;
    this.#at = SIGNATURE.copy(this.#buffer, 0);
  }

  push(figure: StagedFigure): void {
    if (this.#at + LONGEST_ROW + TRAILER > this.#buffer.length) this.#grow();
    this.#view.setInt16(this.#at, FIELDS);
    this.#at += 2;
    this.#whole(figure.line);
    this.#whole(figure.numerator);
    this.#whole(figure.denominator);
    this.#double(figure.value);
    this.#double(figure.lower);
    this.#double(figure.upper);
    this.#day(figure.asOf);
    this.#small(figure.indicatorNo);
    this.#small(figure.fiscalYear);
    this.#small(figure.sex);
    this.#small(figure.ageBand);
    this.#small(figure.sourceNo);
    this.#letters(figure.areaId);
    this.size += 1;
    this.lastLine = figure.line;
    if (figure.areaId !== this.#lastArea) this.#areaChanges += 1;
    this.#lastArea = figure.areaId;
  }

  /** Whether rows of one area mostly stand together: then they need no sorting to be put in page by page. */
  get grouped(): boolean {
    return this.#areaChanges * ROWS_OF_AN_AREA < this.size;
  }

  bytes(): Buffer {
    const end = this.#buffer.writeInt16BE(-1, this.#at);
    return this.#buffer.subarray(0, end);
  }

  #grow(): void {
    const larger = Buffer.allocUnsafe(this.#buffer.length * 2);
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
    this.#view = viewOf(larger);
  }

  #length(bytes: number): void {
    this.#view.setInt32(this.#at, bytes);
    this.#at += 4;
  }

  #small(value: number): void {
    this.#length(2);
    this.#view.setInt16(this.#at, value);
    this.#at += 2;
  }

  #whole(value: number | null): void {
    if (value === null) {
      this.#length(-1);
      return;
    }
    this.#length(8);
    const high = Math.floor(value / 2 ** 32);
    this.#view.setInt32(this.#at, high);
    this.#view.setUint32(this.#at + 4, value - high * 2 ** 32);
    this.#at += 8;
  }

  #double(value: number | null): void {
    if (value === null) {
      this.#length(-1);
      return;
    }
    this.#length(8);
    this.#view.setFloat64(this.#at, value);
    this.#at += 8;
  }

  #day(value: string | null): void {
    if (value === null) {
      this.#length(-1);
      return;
    }
    this.#length(4);
    this.#view.setInt32(this.#at, (Date.parse(`${value}T00:00:00Z`) - FIRST_DAY) / DAY_MS);
    this.#at += 4;
  }

  /** The id of an area has letters and digits of English alone. */
  #letters(text: string): void {
    this.#length(text.length);
    for (let at = 0; at < text.length; at++) this.#buffer[this.#at + at] = text.charCodeAt(at);
    this.#at += text.length;
  }
}

/** Its numbers are written as PostgreSQL reads them, the largest part first; a view does that faster than a Buffer. */
const viewOf = (buffer: Buffer): DataView =>
  new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
