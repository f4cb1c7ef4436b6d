import { db, type RowAccess } from "#platform/db/rows.ts";

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

export async function findSession(permit: RowAccess, token: string, now: Date) {
  return db(permit)
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

export async function touchSession(permit: RowAccess, id: string, now: Date): Promise<void> {
  await db(permit)
    .updateTable("identity_session")
    .set({ last_active_at: now })
    .where("id", "=", id)
    .execute();
}

export async function deleteSession(permit: RowAccess, token: string): Promise<void> {
  await db(permit).deleteFrom("identity_session").where("token", "=", token).execute();
}

export async function listSessions(permit: RowAccess, userId: string, now: Date) {
  return db(permit)
    .selectFrom("identity_session")
    .select(["id", "created_at", "last_active_at", "ip_address", "user_agent"])
    .where("user_id", "=", userId)
    .where("expires_at", ">", now)
    .orderBy("last_active_at", "desc")
    .execute();
}

/** All of a person's sessions but one, or only the one named. */
export async function deleteSessionsOfUser(
  permit: RowAccess,
  userId: string,
  { but, only }: { but?: string | undefined; only?: string | undefined },
): Promise<void> {
  let query = db(permit).deleteFrom("identity_session").where("user_id", "=", userId);
  if (but !== undefined) query = query.where("id", "!=", but);
  if (only !== undefined) query = query.where("id", "=", only);
  await query.execute();
}

export async function listPasskeys(permit: RowAccess, userId: string) {
  return db(permit)
    .selectFrom("identity_passkey")
    .select(["id", "name", "created_at"])
    .where("user_id", "=", userId)
    .orderBy("created_at")
    .execute();
}
