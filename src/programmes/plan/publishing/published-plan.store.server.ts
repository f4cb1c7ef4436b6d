import { sql } from "kysely";
import { rowsOf } from "#platform/db/area-rows.ts";
import { tables } from "#platform/db/rows.ts";
import { type PlanPermit, stamp } from "../access.ts";
import type { PublishedInitiative, PublishedPlan } from "./published-plan.present.ts";

/** Undefined where somebody else published in the same moment. */
export async function insertPublication(
  permit: PlanPermit,
  body: PublishedPlan,
): Promise<number | undefined> {
  const { by, at } = stamp(permit);
  const { area } = permit.subject;
  const { rows } = await sql<{
    version: number;
  }>`insert into plan_publication (area_id, version, body, published_by, published_at)
    select ${area}, coalesce(max(version), 0) + 1, ${JSON.stringify(body)}::jsonb, ${by}, ${at}
    from plan_publication where area_id = ${area}
    on conflict do nothing returning version`.execute(tables(permit));
  return rows[0]?.version;
}

export const findPublication = (permit: PlanPermit) =>
  rowsOf(permit, "planPublication")
    .select(["version", "publishedAt", "body"])
    .$narrowType<{ body: PublishedPlan }>()
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();

/** The library holds of an area what its last publication held. */
export async function replaceLibraryEntries(
  permit: PlanPermit,
  initiatives: readonly PublishedInitiative[],
): Promise<void> {
  const { area: areaId } = permit.subject;
  await tables(permit).deleteFrom("planLibraryEntry").where("areaId", "=", areaId).execute();
  if (initiatives.length === 0) return;
  const publishedAt = permit.clock.now();
  const entries = initiatives.map((one) => {
    return { areaId, initiativeId: one.id, title: one.title, body: JSON.stringify(one), publishedAt };
  });
  await tables(permit).insertInto("planLibraryEntry").values(entries).execute();
}

/** Of all areas. */
export const selectLibraryEntries = (permit: PlanPermit, limit: number) =>
  tables(permit)
    .selectFrom("planLibraryEntry")
    .select(["areaId", "initiativeId", "body", "publishedAt"])
    .$narrowType<{ body: PublishedInitiative }>()
    .orderBy("publishedAt", "desc")
    .orderBy("initiativeId")
    .limit(limit)
    .execute();
