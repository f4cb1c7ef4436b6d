import type { Finder, Permit } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { findBatch, findImport, holdBatch, reachOfRow } from "#platform/tables/batch-store.ts";
import type { Meaning } from "#platform/tables/columns.ts";
import type { Choices, ImportBatch, ImportId } from "#platform/tables/import.ts";
import { NOT_IN_STATE } from "#platform/tables/messages.ts";
import { mayInState } from "#platform/tables/states.ts";
import type { ImportSubject, TableImport } from "./table-import.schema.ts";

export const SUBJECT = "import";

/**
 * The import that an address names, as its policy is asked about it. Where the address names an area, its rules are
 * asked even when it has no such import, so that a stranger learns nothing.
 */
export const subjectOf =
  (kind: string) =>
  async (
    find: Finder,
    { id, area }: Readonly<{ id: ImportId; area?: AreaId | undefined }>,
  ): Promise<ImportSubject | undefined> => {
    const row = await findImport(find, kind, id);
    const found = row && { type: SUBJECT, id, area: row.areaId, reach: reachOfRow(row) };
    if (area === undefined || found?.area === area) return found;
    return { type: SUBJECT, id, area, reach: [] };
  };

const keyOf = ({ subject }: Permit, id: ImportId) => ({ areaId: subject.area, id });

/** The import of the permit, as the table types it. */
export async function getImport<P extends Permit, M extends Meaning, C extends Choices, W, X>(
  { table }: TableImport<P, M, C, W, X>,
  permit: Permit,
  id: ImportId,
): Promise<Result<ImportBatch<M, C>>> {
  const found = await findBatch(permit, table.kind, keyOf(permit, id));
  return found ? ok(found as unknown as ImportBatch<M, C>) : notFound(SUBJECT);
}

/** As getImport, held against others who would move it on. */
export async function holdImport<P extends Permit, M extends Meaning, C extends Choices, W, X>(
  { table }: TableImport<P, M, C, W, X>,
  permit: Permit,
  id: ImportId,
): Promise<Result<ImportBatch<M, C>>> {
  const found = await holdBatch(permit, table.kind, keyOf(permit, id));
  return found ? ok(found as unknown as ImportBatch<M, C>) : notFound(SUBJECT);
}

/** The import, held, where its state allows what the permit is for. */
export async function holdToMove<P extends Permit, M extends Meaning, C extends Choices, W, X>(
  one: TableImport<P, M, C, W, X>,
  permit: Permit,
  id: ImportId,
): Promise<Result<ImportBatch<M, C>>> {
  const held = await holdImport(one, permit, id);
  if (!held.ok) return held;
  const step = permit.action.slice(one.prefix.length + 1);
  return mayInState(held.value.state, step) ? held : conflict(NOT_IN_STATE(held.value.state));
}
