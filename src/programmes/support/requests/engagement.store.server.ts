import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { SupportPermit } from "../access.ts";
import type { Engagement } from "./engagement.rules.ts";

/** When these organisations are bound from that day on, in whatever request of the area. */
export async function selectEngagements(
  permit: SupportPermit,
  area: AreaId,
  organisations: readonly OrganisationId[],
  since: PlainDate,
): Promise<Engagement[]> {
  if (organisations.length === 0) return [];
  const { rows } = await sql<Engagement>`
    select organisation_id as "organisationId", request_id as "requestId", number, fixed, day, begins as "from", ends as "to"
    from support_engagements(${area}, ${[...new Set(organisations)]}::uuid[], ${since})`.execute(db(permit));
  return rows;
}
