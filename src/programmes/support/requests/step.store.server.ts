import { sql } from "kysely";
import type { Finder } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { SupportSubject } from "../access.ts";
import type { RequestId } from "../model/request.schema.ts";

/**
 * What the policy is asked about: a request of the area, or where that is asked for one that was `passed` to it. Of those
 * who were asked also the ones who were let go, unless they are left out.
 */
export async function findSubject(
  find: Finder,
  area: AreaId,
  id: string,
  { passed = false, letGo = true }: { passed?: boolean; letGo?: boolean } = {},
): Promise<SupportSubject | undefined> {
  const row = await db(find)
    .selectFrom("support_request as request")
    .select((one) => [
      "request.area_id as area",
      "request.organisation_id as workplace",
      "request.passed_to as passedTo",
      sql<OrganisationId[]>`array(${one
        .selectFrom("support_enquiry as enquiry")
        .select("enquiry.organisation_id")
        .whereRef("enquiry.area_id", "=", "request.area_id")
        .whereRef("enquiry.request_id", "=", "request.id")
        .where("enquiry.state", "not in", letGo ? ["queued"] : ["queued", "released", "dropped"])})`.as(
        "asked",
      ),
    ])
    .where("request.id", "=", id as RequestId)
    .where((one) =>
      passed
        ? one.or([one("request.area_id", "=", area), one("request.passed_to", "=", area)])
        : one("request.area_id", "=", area),
    )
    .executeTakeFirst();
  if (!row) return undefined;
  const { workplace, asked, passedTo } = row;
  return { type: "request", id, area: row.area, workplace, asked, passedTo };
}

/** As above, for the use-cases whose address names a request of the area. */
export const requestIn = (find: Finder, { area, id }: Readonly<{ area: AreaId; id: RequestId }>) =>
  findSubject(find, area, id);
