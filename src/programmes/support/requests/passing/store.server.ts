import { sql } from "kysely";
import type { Unit } from "#foundation/audit/public.ts";
import { scopeOf } from "#foundation/identity/public.ts";
import { scopeStatements, type Tx } from "#platform/db/database.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { RequestId, SupportRequest } from "../schema.ts";
import { toRequest } from "../store.server.ts";

/** A request of another area that was passed to this one; the policy of the table shows no other. */
export async function findPassed(tx: Tx, to: AreaId, id: string): Promise<SupportRequest | undefined> {
  const row = await tx
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
export async function reachAlso({ tx, actor }: Unit, area: AreaId): Promise<void> {
  const scope = scopeOf(actor);
  if (scope.areas === "all") return;
  await sql.raw(scopeStatements({ ...scope, areas: [...scope.areas, area] })).execute(tx);
}
