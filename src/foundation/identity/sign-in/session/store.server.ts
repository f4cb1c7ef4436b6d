import type { Tx } from "#platform/db/database.ts";

interface SessionTable {
  id: string;
  user_id: string;
  token: string;
  expires_at: Date;
  last_active_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Date;
  updated_at: Date;
}

declare module "#platform/db/database.ts" {
  interface Tables {
    identity_session: SessionTable;
    identity_passkey: {
      id: string;
      user_id: string;
      name: string | null;
      created_at: Date | null;
    };
  }
}

export async function findSession(tx: Tx, token: string, now: Date) {
  return tx
    .selectFrom("identity_session as session")
    .innerJoin("identity_user as user", "user.id", "session.user_id")
    .select((eb) => [
      "session.id",
      "session.user_id",
      "session.last_active_at",
      "session.created_at",
      "user.name",
      "user.email",
      "user.two_factor_enabled",
      // A passkey proves possession and the person at once.
      eb
        .exists(eb.selectFrom("identity_passkey").select("id").whereRef("user_id", "=", "user.id"))
        .as("has_passkey"),
    ])
    .where("session.token", "=", token)
    .where("session.expires_at", ">", now)
    .executeTakeFirst();
}

export async function touchSession(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable("identity_session").set({ last_active_at: now }).where("id", "=", id).execute();
}

export async function deleteSession(tx: Tx, token: string): Promise<void> {
  await tx.deleteFrom("identity_session").where("token", "=", token).execute();
}

export async function listSessions(tx: Tx, userId: string, now: Date) {
  return tx
    .selectFrom("identity_session")
    .select(["id", "created_at", "last_active_at", "ip_address", "user_agent"])
    .where("user_id", "=", userId)
    .where("expires_at", ">", now)
    .orderBy("last_active_at", "desc")
    .execute();
}

/** All of a person's sessions but one, or only the one named. */
export async function deleteSessionsOfUser(
  tx: Tx,
  userId: string,
  { but, only }: { but?: string | undefined; only?: string | undefined },
): Promise<void> {
  let query = tx.deleteFrom("identity_session").where("user_id", "=", userId);
  if (but !== undefined) query = query.where("id", "!=", but);
  if (only !== undefined) query = query.where("id", "=", only);
  await query.execute();
}

export async function listPasskeys(tx: Tx, userId: string) {
  return tx
    .selectFrom("identity_passkey")
    .select(["id", "name", "created_at"])
    .where("user_id", "=", userId)
    .orderBy("created_at")
    .execute();
}
