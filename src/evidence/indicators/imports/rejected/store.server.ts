import { db } from "#platform/db/rows.ts";
import type { ImportPermit } from "../../access.ts";
import type { ImportBatch, RejectedRow } from "../schema.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    import_rejected_row: {
      area_id: string;
      import_id: string;
      line: number;
      cells: string[];
      problems: unknown;
    };
  }
}

export async function clearRejectedRows(
  permit: ImportPermit,
  batch: Pick<ImportBatch, "areaId" | "id">,
): Promise<void> {
  await db(permit)
    .deleteFrom("import_rejected_row")
    .where("area_id", "=", batch.areaId)
    .where("import_id", "=", batch.id)
    .execute();
}

export async function addRejectedRows(
  permit: ImportPermit,
  batch: Pick<ImportBatch, "areaId" | "id">,
  rows: readonly RejectedRow[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    await db(permit)
      .insertInto("import_rejected_row")
      .values(
        rows.slice(from, from + ROWS_A_STATEMENT).map((row) => ({
          area_id: batch.areaId,
          import_id: batch.id,
          line: row.line,
          // PostgreSQL keeps no NUL in a text.
          cells: row.cells.map((cell) => cell.replaceAll("\0", "")),
          problems: JSON.stringify(row.problems).replaceAll("\\u0000", ""),
        })),
      )
      .execute();
  }
}

const ROWS_A_STATEMENT = 1000;

/** In the order of the file, from after that line on. */
export async function selectRejectedRows(
  permit: ImportPermit,
  batch: Pick<ImportBatch, "areaId" | "id">,
  after: number,
  limit: number,
): Promise<RejectedRow[]> {
  const rows = await db(permit)
    .selectFrom("import_rejected_row")
    .select(["line", "cells", "problems"])
    .where("area_id", "=", batch.areaId)
    .where("import_id", "=", batch.id)
    .where("line", ">", after)
    .orderBy("line")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, problems: row.problems as RejectedRow["problems"] }));
}
