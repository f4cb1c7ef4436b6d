import { sql } from "kysely";
import { db, tables } from "#platform/db/rows.ts";
import type { ImportId } from "#platform/tables/import.ts";
import type { ImportPermit } from "../../access.ts";

const KEY = sql.raw("area_id, indicator_no, fiscal_year, sex, age_band, source_no");
const FIGURE = sql.raw("numerator, denominator, value, lower, upper, as_of, published, import_id");
const SAME_KEY = sql.raw(
  "g.area_id = o.area_id and g.indicator_no = o.indicator_no and g.fiscal_year = o.fiscal_year and g.sex = o.sex and g.age_band = o.age_band and g.source_no = o.source_no",
);

/**
 * Takes the figures of an import back: they go to the history, and where an earlier import that still stands had
 * said something, that is current again. Looks only at the areas and indicators that the import touched.
 */
export async function takeBack(
  permit: ImportPermit,
  importId: ImportId,
  touched: Readonly<{ areas: readonly string[]; indicators: readonly number[] }>,
  at: Date,
): Promise<{ removed: number; restored: number }> {
  const areas = [...touched.areas];
  const indicators = [...touched.indicators];
  await sql`create temporary table withdrawn_figure on commit drop as
    select ${KEY} from observation
    where area_id = any (${areas}::text[]) and indicator_no = any (${indicators}::smallint[])
      and import_id = ${importId}::uuid`.execute(db(permit));
  await sql`
    insert into observation_history (${KEY}, ${FIGURE}, ended_at, ended_by, withdrawn)
    select ${KEY}, ${FIGURE}, ${at}, ${importId}::uuid, true from observation
    where area_id = any (${areas}::text[]) and indicator_no = any (${indicators}::smallint[])
      and import_id = ${importId}::uuid`.execute(db(permit));
  // What later imports have replaced must not come back when those are taken back in their turn.
  await sql`
    update observation_history set withdrawn = true
    where area_id = any (${areas}::text[]) and indicator_no = any (${indicators}::smallint[])
      and import_id = ${importId}::uuid and not withdrawn`.execute(db(permit));
  const removed = await sql`
    delete from observation o using withdrawn_figure g where ${SAME_KEY}`.execute(db(permit));
  const restored = await sql`
    insert into observation (${KEY}, ${FIGURE})
    select distinct on (${KEY}) ${KEY}, ${FIGURE} from (
      select o.* from withdrawn_figure g join observation_history o on ${SAME_KEY} where not o.withdrawn
    ) before
    order by ${KEY}, ended_at desc`.execute(db(permit));
  return { removed: Number(removed.numAffectedRows ?? 0), restored: Number(restored.numAffectedRows ?? 0) };
}

/** What an import touched, so that taking it back looks at those areas and indicators alone. */
type Touched = Readonly<{ areas: readonly string[]; indicators: readonly number[] }>;

export async function noteTouched(permit: ImportPermit, importId: ImportId, touched: Touched): Promise<void> {
  await tables(permit).updateTable("importBatch").set(touched).where("id", "=", importId).execute();
}

export const findTouched = (permit: ImportPermit, importId: ImportId): Promise<Touched> =>
  tables(permit)
    .selectFrom("importBatch")
    .select(["areas", "indicators"])
    .where("id", "=", importId)
    .executeTakeFirstOrThrow();
