import { rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import type { ActPermit } from "../access.ts";
import type { Tier } from "../model/act-lists.schema.ts";

/** What the area asks besides, the oldest first. */
export const selectOwnQuestions = (permit: ActPermit) =>
  rowsOf(permit, "actQuestion")
    .select(["id", "tier", "ja", "en"])
    .$narrowType<{ tier: Tier }>()
    .where("withdrawnAt", "is", null)
    .orderBy("madeAt")
    .orderBy("id")
    .execute();

export const insertOwnQuestion = (
  permit: ActPermit,
  question: Readonly<{ id: string; tier: Tier; ja: string; en: string }>,
) =>
  tables(permit)
    .insertInto("actQuestion")
    .values({ ...question, areaId: permit.subject.area, madeAt: permit.clock.now() })
    .execute();

/** It is asked no more; checks that asked it keep it. */
export async function withdrawRow(permit: ActPermit, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tables(permit)
    .updateTable("actQuestion")
    .set({ withdrawnAt: permit.clock.now() })
    .where("areaId", "=", permit.subject.area)
    .where("id", "=", id)
    .where("withdrawnAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
