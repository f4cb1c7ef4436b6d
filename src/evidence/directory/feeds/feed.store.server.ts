import type { Work } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { hoursOf } from "../model/hours.rules.ts";
import type { Resource } from "../model/resource.schema.ts";

/** What a programme has listed in an area, whatever became of it. */
export async function selectPushed(work: Work, area: AreaId, source: string): Promise<Resource[]> {
  const rows = await tables(work)
    .selectFrom("directoryResource")
    .selectAll()
    .where("areaId", "=", area)
    .where("source", "=", source)
    .execute();
  return rows.map((row) => ({ ...row, hours: hoursOf(row.hours) }) as unknown as Resource);
}

export const selectFedAreas = async (work: Work, source: string): Promise<AreaId[]> =>
  (
    await tables(work)
      .selectFrom("directoryResource")
      .select("areaId")
      .distinct()
      .where("source", "=", source)
      .where("state", "=", "listed")
      .execute()
  ).map(({ areaId }) => areaId);
