import { sql, type Updateable } from "kysely";
import { type RowOf, tables } from "#platform/db/rows.ts";
import type { CamelTables } from "#platform/db/tables.ts";
import type { PreventionPermit } from "../access.ts";

export type BereavedPath = RowOf<"sensitive.preventionPath">;
const officeOf = ({ subject }: PreventionPermit) => subject.organisation!;

export const selectPaths = (permit: PreventionPermit): Promise<BereavedPath[]> =>
  tables(permit)
    .selectFrom("sensitive.preventionPath")
    .selectAll()
    .where("organisationId", "=", officeOf(permit))
    .orderBy("fiscalYear", "desc")
    .orderBy("number", "desc")
    .execute();

export const lockPath = (permit: PreventionPermit, id: string): Promise<BereavedPath | undefined> =>
  tables(permit)
    .selectFrom("sensitive.preventionPath")
    .selectAll()
    .where("organisationId", "=", officeOf(permit))
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();

/** The next number of the office in that year; who asks holds it until the work is done. */
export async function nextPathNumber(permit: PreventionPermit, fiscalYear: number): Promise<number> {
  const lock = sql.raw("pg_advisory_xact_lock");
  await sql`select ${lock}(hashtextextended(${`prevention-path:${officeOf(permit)}`}, 0))`.execute(
    tables(permit),
  );
  const row = await tables(permit)
    .selectFrom("sensitive.preventionPath")
    .select(({ fn }) => fn.max("number").as("last"))
    .where("organisationId", "=", officeOf(permit))
    .where("fiscalYear", "=", fiscalYear)
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

export const insertPath = (
  permit: PreventionPermit,
  path: Pick<BereavedPath, "id" | "fiscalYear" | "number" | "personId" | "leafletOn" | "slipOn">,
) =>
  tables(permit)
    .insertInto("sensitive.preventionPath")
    .values({ ...path, organisationId: officeOf(permit), areaId: permit.subject.area })
    .execute();

export const updatePath = (
  permit: PreventionPermit,
  id: string,
  values: Updateable<CamelTables["sensitive.preventionPath"]>,
) => tables(permit).updateTable("sensitive.preventionPath").set(values).where("id", "=", id).execute();
