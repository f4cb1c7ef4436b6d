import { type Insertable, type Selectable, sql, type Updateable } from "kysely";
import { db, type RowAccess, tables } from "#platform/db/rows.ts";
import type { CamelTables } from "#platform/db/tables.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { Choices, ImportBatch, ImportId, ImportKey } from "./import.ts";
import type { ImportState } from "./states.ts";

type Row = Selectable<CamelTables["importBatch"]>;

export const reachOfRow = ({ reach }: Pick<Row, "reach">): ImportBatch["reach"] =>
  (reach as AreaId[] | null) ?? "all";

const toBatch = ({
  rowsRead,
  rowsNew,
  rowsChanged,
  rowsUnchanged,
  rowsRejected,
  rowsSkipped,
  ...row
}: Row): ImportBatch => ({
  ...row,
  id: row.id as ImportId,
  reach: reachOfRow(row),
  sample: (row.sample ?? []) as ImportBatch["sample"],
  layout: row.layout as ImportBatch["layout"],
  mapping: row.mapping as ImportBatch["mapping"],
  choices: (row.choices ?? {}) as Choices,
  questions: (row.questions ?? []) as ImportBatch["questions"],
  apart: (row.apart ?? {}) as ImportBatch["apart"],
  mended: (row.mended ?? []) as ImportBatch["mended"],
  counts: {
    read: rowsRead,
    added: rowsNew,
    changed: rowsChanged,
    unchanged: rowsUnchanged,
    rejected: rowsRejected,
    skipped: rowsSkipped,
  },
});

export type BatchChange = Partial<
  Pick<
    ImportBatch,
    | "state"
    | "stateSince"
    | "stateBy"
    | "mapping"
    | "choices"
    | "bytesRead"
    | "counts"
    | "changes"
    | "problem"
    | "fileBytes"
    | "encoding"
    | "delimiter"
    | "header"
    | "bodyLine"
    | "layout"
    | "sample"
    | "questions"
    | "apart"
    | "mended"
  >
>;

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

/** What differs between how an import is held and how its row keeps it. */
const columnsOf = ({
  counts,
  mapping,
  choices,
  changes,
  header,
  layout,
  sample,
  questions,
  apart,
  mended,
  ...rest
}: BatchChange): Updateable<CamelTables["importBatch"]> => ({
  ...rest,
  ...(header !== undefined && { header: header && [...header] }),
  ...(layout !== undefined && { layout: json(layout) }),
  ...(sample !== undefined && { sample: json(sample) }),
  ...(mapping !== undefined && { mapping: json(mapping) }),
  ...(choices !== undefined && { choices: json(choices) }),
  ...(changes !== undefined && { changes: json(changes) }),
  ...(questions !== undefined && { questions: json(questions) }),
  ...(apart !== undefined && { apart: json(apart) }),
  ...(mended !== undefined && { mended: json(mended) }),
  ...(counts && {
    rowsRead: counts.read,
    rowsNew: counts.added,
    rowsChanged: counts.changed,
    rowsUnchanged: counts.unchanged,
    rowsRejected: counts.rejected,
    rowsSkipped: counts.skipped,
  }),
});

export async function insertBatch(access: RowAccess, batch: ImportBatch): Promise<void> {
  const { reach, ...rest } = batch;
  await tables(access)
    .insertInto("importBatch")
    .values({
      ...columnsOf(rest),
      reach: reach === "all" ? null : reach,
    } as Insertable<CamelTables["importBatch"]>)
    .execute();
}

/** Of one kind of table: the imports of other modules are not seen. */
const ofKind = (access: RowAccess, kind: string) =>
  tables(access).selectFrom("importBatch").selectAll().where("kind", "=", kind);

/** The area of an import and the reach under which it was begun, of which its policy is asked. */
export const findImport = (access: RowAccess, kind: string, id: ImportId) =>
  tables(access)
    .selectFrom("importBatch")
    .select(["areaId", "reach"])
    .where("kind", "=", kind)
    .where("id", "=", id)
    .executeTakeFirst();

const one = (access: RowAccess, kind: string, { areaId, id }: ImportKey) =>
  ofKind(access, kind).where("areaId", "=", areaId).where("id", "=", id);

/** The import; undefined where that area has none of that id. */
export async function findBatch(
  access: RowAccess,
  kind: string,
  key: ImportKey,
): Promise<ImportBatch | undefined> {
  const row = await one(access, kind, key).executeTakeFirst();
  return row && toBatch(row);
}

/** As findBatch(), its row locked against any other who would move it on. */
export async function holdBatch(
  access: RowAccess,
  kind: string,
  key: ImportKey,
): Promise<ImportBatch | undefined> {
  const row = await one(access, kind, key).forUpdate().executeTakeFirst();
  return row && toBatch(row);
}

export async function updateBatch(
  access: RowAccess,
  { areaId, id }: ImportKey,
  change: BatchChange,
): Promise<void> {
  await tables(access)
    .updateTable("importBatch")
    .set(columnsOf(change))
    .where("areaId", "=", areaId)
    .where("id", "=", id)
    .execute();
}

/** Newest first, from before that id on. */
export async function selectBatches(
  access: RowAccess,
  {
    kind,
    areas,
    states,
    before,
    limit,
  }: Readonly<{
    kind: string;
    areas: readonly AreaId[] | "all";
    states?: readonly ImportState[];
    before?: string | undefined;
    limit: number;
  }>,
): Promise<ImportBatch[]> {
  let query = ofKind(access, kind).orderBy("id", "desc").limit(limit);
  if (areas !== "all") query = query.where("areaId", "=", sql<AreaId>`any(${areas})`);
  if (states) query = query.where("state", "in", states);
  if (before) query = query.where("id", "<", before);
  return (await query.execute()).map(toBatch);
}

export const selectBatchesInState = async (
  access: RowAccess,
  kind: string,
  states: readonly ImportState[],
): Promise<ImportBatch[]> => (await ofKind(access, kind).where("state", "in", states).execute()).map(toBatch);

/** What columns of these names meant in the newest import that had them. */
export async function findMeant(
  access: RowAccess,
  kind: string,
  areaId: AreaId,
  header: readonly string[],
): Promise<Pick<ImportBatch, "mapping" | "choices"> | undefined> {
  const row = await ofKind(access, kind)
    .where("areaId", "=", areaId)
    .where(sql<boolean>`header = ${[...header]}`)
    .where("mapping", "is not", null)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && toBatch(row);
}

/** Another import of a file of that content which was taken in, newest first; `withdrawn` ones count where asked. */
export const findSameFile = (
  access: RowAccess,
  {
    kind,
    sha256,
    except,
    states,
  }: Readonly<{ kind: string; sha256: string; except?: string; states: readonly ImportState[] }>,
) =>
  tables(access)
    .selectFrom("importBatch")
    .select(["id", "createdAt"])
    .where("kind", "=", kind)
    .where("fileSha256", "=", sha256)
    .where("state", "in", states)
    .$if(except !== undefined, (query) => query.where("id", "<>", except!))
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();

/** Runs imports one after the other: two that touch the same rows could deadlock. */
export async function lockImports(access: RowAccess): Promise<void> {
  await sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`.execute(db(access));
}

const IMPORT_LOCK = 7_361_011;

/** From here on the work can be undone without ending its transaction. */
export async function beginTrial(access: RowAccess): Promise<void> {
  await sql`savepoint before_trial`.execute(db(access));
}

export async function undoTrial(access: RowAccess): Promise<void> {
  await sql`rollback to savepoint before_trial`.execute(db(access));
}
