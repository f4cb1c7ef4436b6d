import { sql } from "kysely";
import { db } from "#platform/db/rows.ts";
import type { SignInAccess } from "../sign-in-access.store.server.ts";
import { type Counter, LIMITS } from "./attempt.rules.ts";

declare module "#platform/db/database.ts" {
  interface Tables {
    identity_attempt: { key: string; failures: number; since: Date };
  }
}

/**
 * Counts a try before it is made, so that many at once can't slip through together, and gives how many tries there were
 * beyond what is allowed: none where it may be made. A success takes its count back.
 */
export async function countTry(
  access: SignInAccess,
  counters: readonly Counter[],
  now: Date,
): Promise<number> {
  let beyond = 0;
  // In the order of the keys: two transactions never wait for each other in a circle.
  for (const { kind, key } of [...counters].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const { failures, minutes } = LIMITS[kind];
    const over = sql<boolean>`identity_attempt.since <= ${new Date(now.getTime() - minutes * 60_000)}`;
    const row = await db(access)
      .insertInto("identity_attempt")
      .values({ key, failures: 1, since: now })
      .onConflict((conflict) =>
        conflict.column("key").doUpdateSet({
          failures: sql`case when ${over} then 1 else least(identity_attempt.failures + 1, 1000000) end`,
          since: sql`case when ${over} then ${now}::timestamptz else identity_attempt.since end`,
        }),
      )
      .returning("failures")
      .executeTakeFirstOrThrow();
    beyond = Math.max(beyond, row.failures - failures);
  }
  return beyond;
}

/** After a success: the account's own counters begin anew, the address's one is as if the try had not been. */
export async function forgiveTry(access: SignInAccess, counters: readonly Counter[]): Promise<void> {
  for (const { kind, key } of [...counters].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    if (kind === "address") {
      await db(access)
        .updateTable("identity_attempt")
        .set({ failures: sql`greatest(failures - 1, 0)` })
        .where("key", "=", key)
        .execute();
    } else await db(access).deleteFrom("identity_attempt").where("key", "=", key).execute();
  }
}

export async function deleteTriesBefore(access: SignInAccess, before: Date): Promise<void> {
  await db(access).deleteFrom("identity_attempt").where("since", "<", before).execute();
}
