import { sql } from "kysely";
import { db, tables } from "#platform/db/rows.ts";
import type { CheckupPermit } from "../access.ts";
import type { KeptColumn } from "./record-plan.rules.ts";

type Import = Readonly<{ areaId: string; id: string }>;

export async function insertColumns(
  permit: CheckupPermit,
  { areaId, id }: Import,
  kept: readonly KeptColumn[],
): Promise<void> {
  await sql`delete from sensitive.checkup_column where area_id = ${areaId} and import_id = ${id}`.execute(
    db(permit),
  );
  if (kept.length === 0) return;
  await tables(permit)
    .insertInto("sensitive.checkupColumn")
    .values(
      kept.map(({ header, item, code }, position) => ({
        areaId: areaId as never,
        importId: id,
        position,
        header,
        item: item.key,
        unit: item.unit,
        code,
        method: code.slice(9, 12),
      })),
    )
    .execute();
}

/** The items of an import's cells, in their order. */
export async function selectColumns(
  permit: CheckupPermit,
  areaId: string,
  importId: string,
): Promise<string[]> {
  const rows = await tables(permit)
    .selectFrom("sensitive.checkupColumn")
    .select("item")
    .where("areaId", "=", areaId as never)
    .where("importId", "=", importId)
    .orderBy("position")
    .execute();
  return rows.map(({ item }) => item);
}
