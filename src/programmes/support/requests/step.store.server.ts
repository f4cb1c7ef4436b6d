import { sql } from "kysely";
import type { Finder } from "#foundation/authority/public.ts";
import { tables } from "#platform/db/rows.ts";
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
  const row = await tables(find)
    .selectFrom("supportRequest as request")
    .select((one) => [
      "request.areaId as area",
      "request.organisationId as workplace",
      "request.passedTo",
      sql<OrganisationId[]>`array(${one
        .selectFrom("supportEnquiry as enquiry")
        .select("enquiry.organisationId")
        .whereRef("enquiry.areaId", "=", "request.areaId")
        .whereRef("enquiry.requestId", "=", "request.id")
        .where("enquiry.state", "not in", letGo ? ["queued"] : ["queued", "released", "dropped"])})`.as(
        "asked",
      ),
    ])
    .where("request.id", "=", id)
    .where((one) =>
      passed
        ? one.or([one("request.areaId", "=", area), one("request.passedTo", "=", area)])
        : one("request.areaId", "=", area),
    )
    .executeTakeFirst();
  return row && { type: "request", id, ...row, passedTo: row.passedTo as AreaId | null };
}

/** As above, for the use-cases whose address names a request of the area. */
export const requestIn = (find: Finder, { area, id }: Readonly<{ area: AreaId; id: RequestId }>) =>
  findSubject(find, area, id);
