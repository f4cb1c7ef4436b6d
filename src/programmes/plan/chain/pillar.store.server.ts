import type { Deletable } from "#platform/db/deletions.ts";
import { db } from "#platform/db/rows.ts";
import type { PlanPermit } from "../access.ts";
import { newRow } from "./deleted-row.store.server.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    plan_pillar: Deletable & { title: string; position: number; created_at: Date };
  }
}

/** The pillars in their order, each with how many goals come under it. */
export async function selectPillars(permit: PlanPermit, area: string) {
  return db(permit)
    .selectFrom("plan_pillar as pillar")
    .select((eb) => [
      "pillar.id",
      "pillar.title",
      eb
        .selectFrom("plan_goal as goal")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .whereRef("goal.area_id", "=", "pillar.area_id")
        .whereRef("goal.pillar_id", "=", "pillar.id")
        .where("goal.deleted_at", "is", null)
        .$asScalar()
        .$notNull()
        .as("goals"),
    ])
    .where("pillar.area_id", "=", area)
    .where("pillar.deleted_at", "is", null)
    .orderBy("pillar.position")
    .orderBy("pillar.id")
    .execute();
}

export const findPillar = (permit: PlanPermit, area: string, id: string) =>
  db(permit)
    .selectFrom("plan_pillar")
    .select("title")
    .where("area_id", "=", area)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();

/** The ids of the pillars, in their order; held, so that of two who move them one comes after the other. */
export async function selectPillarOrder(permit: PlanPermit, area: string): Promise<string[]> {
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
  permit: PlanPermit,
  area: string,
  { title, position }: Readonly<{ title: string; position: number }>,
): Promise<string> {
  const row = newRow(permit, area);
  await db(permit)
    .insertInto("plan_pillar")
    .values({ ...row, title, position })
    .execute();
  return row.id;
}

/** Whether there was such a pillar. */
export async function updatePillar(
  permit: PlanPermit,
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
