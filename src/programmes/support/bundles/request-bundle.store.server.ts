import { sql } from "kysely";
import { lastDone } from "#foundation/history/public.ts";
import { tables } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { SupportPermit } from "../access.ts";
import { ACTIONS } from "../model/request.rules.ts";
import type { SupportRequest } from "../model/request.schema.ts";
import { toRequest } from "../requests/request.store.server.ts";

/** By whom the requests of bundles were made, as their rows keep it. */
export const BY_BUNDLE = "<exchange>";

const done = sql<Date>`${lastDone(sql`support_request.area_id`, sql`support_request.id`, ACTIONS)}`;

/** Requests to which something happened since then: those that a bundle brought, or all others. */
export async function selectSince(
  permit: SupportPermit,
  since: Date | null,
  brought: boolean,
): Promise<SupportRequest[]> {
  let query = tables(permit)
    .selectFrom("supportRequest")
    .selectAll()
    .where("madeBy", brought ? "=" : "<>", BY_BUNDLE);
  if (since) query = query.where(sql<boolean>`${done} > ${since}`);
  return (await query.orderBy("areaId").orderBy("id").execute()).map(toRequest);
}

/** The request of that number, held. One that came by a bundle is not answered by one. */
export async function lockByNumber(
  permit: SupportPermit,
  area: string,
  number: string,
): Promise<SupportRequest | undefined> {
  const row = await tables(permit)
    .selectFrom("supportRequest")
    .selectAll()
    .where("areaId", "=", area as AreaId)
    .where("number", "=", number)
    .where("madeBy", "<>", BY_BUNDLE)
    .forUpdate()
    .executeTakeFirst();
  return row && toRequest(row);
}
