import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { SupportPermit } from "../access.ts";
import type { SupportRequest } from "../model/request.schema.ts";
import { toRequest } from "./request.store.server.ts";

/** What workplaces changed by themselves and the secretariat has not looked at yet, the last first. */
export async function selectChanged(
  permit: SupportPermit,
  area: AreaId,
  limit: number,
): Promise<SupportRequest[]> {
  const rows = await db(permit)
    .selectFrom("support_request")
    .selectAll()
    .where("area_id", "=", area)
    .where("changed_at", "is not", null)
    .orderBy("changed_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(toRequest);
}
