import { anyOf } from "#platform/db/database.ts";
import { db } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { SupportPermit } from "../access.ts";
import type { SupportRequest } from "../model/request.schema.ts";
import { toRequest } from "./request.store.server.ts";

const MOST_SHOWN = 200;

/** What these workplaces asked in an area, newest first. */
export async function selectOwn(
  permit: SupportPermit,
  area: AreaId,
  organisations: readonly OrganisationId[],
): Promise<SupportRequest[]> {
  if (organisations.length === 0) return [];
  const rows = await db(permit)
    .selectFrom("support_request")
    .selectAll()
    .where("area_id", "=", area)
    .where("organisation_id", "=", anyOf(organisations))
    .orderBy("made_at", "desc")
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(toRequest);
}
