import { sql } from "kysely";
import type { Work } from "#foundation/authority/public.ts";
import { anyOf } from "#platform/db/database.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { Resource } from "../model/resource.schema.ts";

type Key = Readonly<{ areaId: string; id: string }>;

const kept = (work: Work, area: AreaId, limit: number) =>
  tables(work)
    .selectFrom("directoryResource")
    .selectAll()
    .where("areaId", "=", area)
    .where("state", "=", "listed")
    .where("source", "<>", "import")
    .limit(limit)
    .$narrowType<Resource>();

export const selectKept = async (work: Work, area: AreaId, limit: number): Promise<Resource[]> =>
  (await kept(work, area, limit).orderBy("nameKey").execute()) as unknown as Resource[];

export const selectNewest = async (work: Work, area: AreaId, limit: number): Promise<Resource[]> =>
  (await kept(work, area, limit)
    .orderBy("changedAt", "desc")
    .orderBy("id")
    .execute()) as unknown as Resource[];

export async function selectGone(work: Work, keys: readonly Key[]): Promise<Key[]> {
  if (keys.length === 0) return [];
  return tables(work)
    .selectFrom("directoryTombstone")
    .select(["areaId", "id"])
    .where("id", "=", anyOf(keys.map(({ id }) => id)))
    .where("areaId", "=", sql<AreaId>`any(${[...new Set(keys.map(({ areaId }) => areaId))]})`)
    .execute();
}

/** Two reads by their indexes: what is listed, and what is no more. */
export async function selectChanged(work: Work, since: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from directory_resource where state = 'listed' and changed_at >= ${since}
    union select id from directory_tombstone where gone_at >= ${since}`.execute(tables(work));
  return rows.map(({ id }) => id);
}
