import { sql } from "kysely";
import { scopeOf } from "#foundation/actors/public.ts";
import type { Unit } from "#foundation/authority/public.ts";
import { scopeStatements } from "#platform/db/database.ts";
import { db, type RowAccess } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { RequestId, SupportRequest } from "../schema.ts";
import { toRequest } from "../store.server.ts";

/** A request of another area that was passed to this one; the policy of the table shows no other. */
export async function findPassed(
  permit: RowAccess,
  to: AreaId,
  id: string,
): Promise<SupportRequest | undefined> {
  const row = await db(permit)
    .selectFrom("support_request")
    .selectAll()
    .where("passed_to", "=", to)
    .where("id", "=", id as RequestId)
    .executeTakeFirst();
  return row && toRequest(row);
}

/**
 * Lets this transaction reach one area more: the one that a request came from or went to, after the question whether
 * the actor may. It ends with the transaction.
 */
export async function reachAlso(unit: Unit, area: AreaId): Promise<void> {
  const scope = scopeOf(unit.actor);
  if (scope.areas === "all") return;
  await sql.raw(scopeStatements({ ...scope, areas: [...scope.areas, area] })).execute(db(unit));
}
