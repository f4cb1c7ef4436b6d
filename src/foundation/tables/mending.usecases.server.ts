import type { Permit } from "#foundation/authority/public.ts";
import { recordsOf } from "#platform/files/csv-reader.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import type { ImportBatch, MendedRow } from "#platform/tables/import.ts";
import { selectRejectedLines } from "#platform/tables/import-store.ts";
import { MOST_MENDED, mendedRow, type TypedRow } from "#platform/tables/mending.ts";
import { TOO_MANY_MENDED } from "#platform/tables/messages.ts";

/** The rows of an import as they were mended, with what was typed into its page; other rows than bad ones stay as they are. */
export async function withMended(
  permit: Permit,
  batch: ImportBatch,
  typed: ReadonlyMap<number, TypedRow>,
): Promise<Result<readonly MendedRow[]>> {
  if (typed.size === 0) return ok(batch.mended);
  const rows = await selectRejectedLines(permit, batch, [...typed.keys()]);
  const before = new Map(batch.mended.map((row) => [row.line, row]));
  for (const { line, cells } of rows) {
    const now = mendedRow(cells, typed.get(line)!, batch.header!.length, (text) => recordsOf(text)[0]?.cells);
    if (now) before.set(line, { line, was: before.get(line)?.was ?? cells, cells: now });
  }
  if (before.size > MOST_MENDED) return invalid({ mended: [TOO_MANY_MENDED(MOST_MENDED)] });
  return ok([...before.values()].sort((a, b) => a.line - b.line));
}
