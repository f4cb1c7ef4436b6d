import { sql } from "kysely";
import type { Finder, Subject } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { ImportPermit } from "../access.ts";
import type { ImportId } from "../observations/schema.ts";
import { Choices, type ImportBatch, type ImportState, type Mapping } from "./schema.ts";

interface ImportBatchTable {
  area_id: string;
  id: string;
  created_by: string;
  created_at: Date;
  reach: string[] | null;
  file_name: string;
  file_bytes: number;
  file_sha256: string;
  state: ImportState;
  state_since: Date;
  encoding: string | null;
  delimiter: string | null;
  header: string[] | null;
  sample: unknown;
  mapping: unknown;
  choices: unknown;
  bytes_read: number;
  rows_read: number;
  rows_new: number;
  rows_changed: number;
  rows_unchanged: number;
  rows_rejected: number;
  changes: unknown;
  problem: string | null;
  areas: string[];
  indicators: number[];
}

declare module "#platform/db/database.ts" {
  interface Tables {
    import_batch: ImportBatchTable;
  }
}

const toReach = (reach: string[] | null) => (reach as AreaId[] | null) ?? "all";

const toBatch = (row: ImportBatchTable): ImportBatch => ({
  areaId: row.area_id as AreaId,
  id: row.id as ImportId,
  createdBy: row.created_by,
  createdAt: row.created_at,
  reach: toReach(row.reach),
  fileName: row.file_name,
  fileBytes: row.file_bytes,
  fileSha256: row.file_sha256,
  state: row.state,
  stateSince: row.state_since,
  encoding: row.encoding,
  delimiter: row.delimiter,
  header: row.header,
  sample: (row.sample ?? []) as ImportBatch["sample"],
  mapping: row.mapping as Mapping | null,
  choices: Choices.parse(row.choices ?? {}),
  bytesRead: row.bytes_read,
  counts: {
    read: row.rows_read,
    added: row.rows_new,
    changed: row.rows_changed,
    unchanged: row.rows_unchanged,
    rejected: row.rows_rejected,
  },
  changes: row.changes as ImportBatch["changes"],
  problem: row.problem,
});

export async function insertBatch(permit: ImportPermit, batch: ImportBatch): Promise<void> {
  await db(permit)
    .insertInto("import_batch")
    .values({
      area_id: batch.areaId,
      id: batch.id,
      created_by: batch.createdBy,
      created_at: batch.createdAt,
      reach: batch.reach === "all" ? null : [...batch.reach],
      file_name: batch.fileName,
      file_bytes: batch.fileBytes,
      file_sha256: batch.fileSha256,
      state: batch.state,
      state_since: batch.stateSince,
      encoding: batch.encoding,
      delimiter: batch.delimiter,
      header: batch.header && [...batch.header],
      sample: JSON.stringify(batch.sample),
      mapping: batch.mapping && JSON.stringify(batch.mapping),
      choices: JSON.stringify(batch.choices),
      bytes_read: 0,
      rows_read: 0,
      rows_new: 0,
      rows_changed: 0,
      rows_unchanged: 0,
      rows_rejected: 0,
      changes: null,
      problem: batch.problem,
      areas: [],
      indicators: [],
    })
    .execute();
}

/** An import, and the areas whose figures the person who began it may change. */
export type ImportSubject = Subject & Readonly<{ reach: ImportBatch["reach"] }>;

export async function findImportSubject(
  find: Finder,
  { id }: { id: ImportId },
): Promise<ImportSubject | undefined> {
  const row = await db(find)
    .selectFrom("import_batch")
    .select(["area_id", "reach"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row && { type: "import", id, area: row.area_id as AreaId, reach: toReach(row.reach) };
}

export const getBatch = async (permit: ImportPermit, id: ImportId): Promise<ImportBatch> =>
  toBatch(
    await db(permit).selectFrom("import_batch").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
  );

/** As getBatch(), its row locked against any other who would move it on. */
export const holdBatch = async (permit: ImportPermit, id: ImportId): Promise<ImportBatch> =>
  toBatch(
    await db(permit)
      .selectFrom("import_batch")
      .selectAll()
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirstOrThrow(),
  );

export type BatchChange = Readonly<{
  state?: ImportState;
  stateSince?: Date;
  mapping?: Mapping;
  choices?: Choices;
  bytesRead?: number;
  counts?: ImportBatch["counts"];
  changes?: ImportBatch["changes"];
  problem?: string | null;
  areas?: readonly string[];
  indicators?: readonly number[];
}>;

export async function updateBatch(
  permit: ImportPermit,
  batch: Pick<ImportBatch, "areaId" | "id">,
  change: BatchChange,
): Promise<void> {
  const { counts } = change;
  await db(permit)
    .updateTable("import_batch")
    .set({
      ...(change.state && { state: change.state }),
      ...(change.stateSince && { state_since: change.stateSince }),
      ...(change.mapping && { mapping: JSON.stringify(change.mapping) }),
      ...(change.choices && { choices: JSON.stringify(change.choices) }),
      ...(change.bytesRead !== undefined && { bytes_read: change.bytesRead }),
      ...(counts && {
        rows_read: counts.read,
        rows_new: counts.added,
        rows_changed: counts.changed,
        rows_unchanged: counts.unchanged,
        rows_rejected: counts.rejected,
      }),
      ...(change.changes !== undefined && { changes: change.changes && JSON.stringify(change.changes) }),
      ...(change.problem !== undefined && { problem: change.problem }),
      ...(change.areas && { areas: [...change.areas] }),
      ...(change.indicators && { indicators: [...change.indicators] }),
    })
    .where("area_id", "=", batch.areaId)
    .where("id", "=", batch.id)
    .execute();
}

/** Newest first, from before that id on. */
export async function selectBatches(
  permit: ImportPermit,
  { areas, before, limit }: { areas: readonly AreaId[] | "all"; before: string | undefined; limit: number },
): Promise<ImportBatch[]> {
  let query = db(permit).selectFrom("import_batch").selectAll().orderBy("id", "desc").limit(limit);
  if (areas !== "all") query = query.where("area_id", "in", areas.length > 0 ? areas : [""]);
  if (before) query = query.where("id", "<", before);
  return (await query.execute()).map(toBatch);
}

export async function selectBatchesInState(
  permit: ImportPermit,
  states: readonly ImportState[],
): Promise<ImportBatch[]> {
  return (await db(permit).selectFrom("import_batch").selectAll().where("state", "in", states).execute()).map(
    toBatch,
  );
}

/** One after the other: two imports that touch the same figures would wait for each other in a circle. */
export async function takeTurn(permit: ImportPermit): Promise<void> {
  await sql`select pg_advisory_xact_lock(${IMPORT_TURN})`.execute(db(permit));
}

const IMPORT_TURN = 7_361_011;

/** Whether a file of that content was taken in once, whatever became of it. */
export async function hasFileBeenTaken(permit: ImportPermit, sha256: string): Promise<boolean> {
  const found = await db(permit)
    .selectFrom("import_batch")
    .select("id")
    .where("file_sha256", "=", sha256)
    .where("state", "in", ["done", "withdrawn"])
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
