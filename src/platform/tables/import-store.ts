import { type RowAccess, tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { Mapping } from "./columns.ts";
import type { Choices, ImportKey, RejectedRow } from "./import.ts";
import type { Place } from "./layout.ts";

/** Rows to be mended, and what columns meant: what an import keeps beside its own row. */

export async function clearRejectedRows(access: RowAccess, { areaId, id }: ImportKey): Promise<void> {
  await tables(access)
    .deleteFrom("importRejectedRow")
    .where("areaId", "=", areaId)
    .where("importId", "=", id)
    .execute();
}

const ROWS_A_STATEMENT = 1000;

export async function addRejectedRows(
  access: RowAccess,
  { areaId, id }: ImportKey,
  rows: readonly RejectedRow[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    await tables(access)
      .insertInto("importRejectedRow")
      .values(
        rows.slice(from, from + ROWS_A_STATEMENT).map((row) => ({
          areaId,
          importId: id,
          line: row.line,
          // PostgreSQL keeps no NUL in a text.
          cells: row.cells.map((cell) => cell.replaceAll("\0", "")),
          problems: JSON.stringify(row.problems).replaceAll("\\u0000", ""),
        })),
      )
      .execute();
}

/** Those of these lines. */
export async function selectRejectedLines(
  access: RowAccess,
  { areaId, id }: ImportKey,
  lines: readonly number[],
): Promise<Pick<RejectedRow, "line" | "cells">[]> {
  return await tables(access)
    .selectFrom("importRejectedRow")
    .select(["line", "cells"])
    .where("areaId", "=", areaId)
    .where("importId", "=", id)
    .where("line", "in", lines)
    .orderBy("line")
    .execute();
}

/** In the order of the file, from after that line on. */
export async function selectRejectedRows(
  access: RowAccess,
  { areaId, id }: ImportKey,
  after: number,
  limit: number,
): Promise<RejectedRow[]> {
  const rows = await tables(access)
    .selectFrom("importRejectedRow")
    .select(["line", "cells", "problems"])
    .where("areaId", "=", areaId)
    .where("importId", "=", id)
    .where("line", ">", after)
    .orderBy("line")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, problems: row.problems as RejectedRow["problems"] }));
}

type Saved = Readonly<{
  mapping: Mapping;
  choices: Choices;
  /** The columns of the mapping, where they are known. */
  header: readonly string[] | null;
  place: Place | null;
}>;
type Owner = Readonly<{ areaId: AreaId; kind: string }>;
type Sender = Owner & Readonly<{ headerSha256: string }>;

const savedOf = (access: RowAccess, { areaId, kind }: Owner) =>
  tables(access)
    .selectFrom("importMapping")
    .select(["mapping", "choices", "header", "place"])
    .where("areaId", "=", areaId)
    .where("kind", "=", kind);

/** What the columns of such a header meant the last time that this sender sent one. */
export const findSavedMapping = async (access: RowAccess, sender: Sender): Promise<Saved | undefined> =>
  (await savedOf(access, sender).where("headerSha256", "=", sender.headerSha256).executeTakeFirst()) as
    | Saved
    | undefined;

/** What columns mean by a mapping that this sender gave a name. */
export const findNamedMapping = async (
  access: RowAccess,
  owner: Owner,
  name: string,
): Promise<Saved | undefined> =>
  (await savedOf(access, owner).where("name", "=", name).executeTakeFirst()) as Saved | undefined;

/** The names that this sender gave to mappings. */
export const selectMappingNames = async (access: RowAccess, { areaId, kind }: Owner): Promise<string[]> => {
  const rows = await tables(access)
    .selectFrom("importMapping")
    .select("name")
    .where("areaId", "=", areaId)
    .where("kind", "=", kind)
    .where("name", "is not", null)
    .orderBy("name")
    .execute();
  return rows.map(({ name }) => name!);
};

/** Keeps what columns mean for the next file with such a header, and under a name where one is given. */
export async function saveMapping(
  access: RowAccess,
  sender: Sender,
  {
    mapping,
    choices,
    header,
    place,
    name,
    by,
    at,
  }: Saved & Readonly<{ name?: string; by: string; at: Date }>,
): Promise<void> {
  const values = {
    mapping: JSON.stringify(mapping),
    choices: JSON.stringify(choices),
    header: header && [...header],
    place: place && JSON.stringify(place),
    savedBy: by,
    savedAt: at,
    ...(name && { name }),
  };
  // A name stands for the mapping to which it was given last.
  if (name)
    await tables(access)
      .updateTable("importMapping")
      .set({ name: null })
      .where("areaId", "=", sender.areaId)
      .where("kind", "=", sender.kind)
      .where("name", "=", name)
      .execute();
  await tables(access)
    .insertInto("importMapping")
    .values({ ...sender, ...values })
    .onConflict((conflict) => conflict.columns(["areaId", "kind", "headerSha256"]).doUpdateSet(values))
    .execute();
}

/** What rows told before an import changed them, as their module tells it. */
export async function noteChanges(
  access: RowAccess,
  { areaId, id }: ImportKey,
  changes: readonly Readonly<{ id: string; before: object }>[],
): Promise<void> {
  for (let from = 0; from < changes.length; from += ROWS_A_STATEMENT)
    await tables(access)
      .insertInto("importChange")
      .values(
        changes
          .slice(from, from + ROWS_A_STATEMENT)
          .map((one) => ({ areaId, importId: id, rowId: one.id, before: JSON.stringify(one.before) })),
      )
      .execute();
}

/** `after` is what taking the import back left, where it did. */
export type NotedChange<Before, After = unknown> = Readonly<{
  rowId: string;
  before: Before;
  after?: After | null;
}>;

/** Notes anew what one row told before the import, and what taking it back left. */
export async function renoteChange(
  access: RowAccess,
  { areaId, id }: ImportKey,
  rowId: string,
  { before, after }: Readonly<{ before: object; after: object | null }>,
): Promise<void> {
  await tables(access)
    .updateTable("importChange")
    .set({ before: JSON.stringify(before), after: after && JSON.stringify(after) })
    .where("areaId", "=", areaId)
    .where("importId", "=", id)
    .where("rowId", "=", rowId)
    .execute();
}

export const selectChanges = async <Before, After = unknown>(
  access: RowAccess,
  { areaId, id }: ImportKey,
): Promise<NotedChange<Before, After>[]> =>
  (await tables(access)
    .selectFrom("importChange")
    .select(["rowId", "before", "after"])
    .where("areaId", "=", areaId)
    .where("importId", "=", id)
    .execute()) as NotedChange<Before, After>[];

/** What imports that were taken back had noted of these rows. */
export const selectWithdrawn = async <Before>(
  access: RowAccess,
  kind: string,
  rows: readonly string[],
): Promise<NotedChange<Before>[]> =>
  rows.length === 0
    ? []
    : ((await tables(access)
        .selectFrom("importChange")
        .innerJoin("importBatch", (join) =>
          join
            .onRef("importBatch.areaId", "=", "importChange.areaId")
            .onRef("importBatch.id", "=", "importChange.importId"),
        )
        .select(["rowId", "before"])
        .where("kind", "=", kind)
        .where("state", "=", "withdrawn")
        .where("rowId", "in", rows)
        .execute()) as NotedChange<Before>[]);
