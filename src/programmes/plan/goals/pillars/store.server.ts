import { db, type RowAccess } from "#platform/db/rows.ts";

/** The ids of the pillars, in their order; held, so that of two who move them one comes after the other. */
export async function selectPillarOrder(permit: RowAccess, area: string): Promise<string[]> {
  const rows = await db(permit)
    .selectFrom("plan_pillar")
    .select("id")
    .where("area_id", "=", area)
    .where("deleted_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}

export async function insertPillar(
  permit: RowAccess,
  area: string,
  id: string,
  at: Date,
  { title, position }: Readonly<{ title: string; position: number }>,
): Promise<void> {
  await db(permit)
    .insertInto("plan_pillar")
    .values({ area_id: area, id, title, position, created_at: at, deleted_at: null, deleted_by: null })
    .onConflict((conflict) => conflict.columns(["area_id", "id"]).doNothing())
    .execute();
}

/** Whether there was such a pillar. */
export async function updatePillar(
  permit: RowAccess,
  area: string,
  id: string,
  change: Partial<{ title: string; position: number }>,
): Promise<boolean> {
  const { numUpdatedRows } = await db(permit)
    .updateTable("plan_pillar")
    .set(change)
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
