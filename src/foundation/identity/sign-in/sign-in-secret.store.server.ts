import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { SignInAccess } from "../sign-in-access.store.server.ts";

/** What another secret would end: second factors that are set up, and sessions that go on. */
export async function countSealedBySecret(
  access: SignInAccess,
): Promise<{ factors: number; sessions: number }> {
  const count = sql<number>`count(*)`.as("count");
  const factors = await tables(access)
    .selectFrom("identityTwoFactor")
    .select(count)
    .executeTakeFirstOrThrow();
  const sessions = await tables(access)
    .selectFrom("identitySession")
    .select(count)
    .where("expiresAt", ">", access.clock.now())
    .executeTakeFirstOrThrow();
  return { factors: factors.count, sessions: sessions.count };
}
