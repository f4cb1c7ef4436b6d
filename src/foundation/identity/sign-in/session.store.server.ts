import type { Permit } from "#foundation/authority/public.ts";
import { db, tables } from "#platform/db/rows.ts";
import type { UserId } from "#platform/kernel/ids.ts";
import type { AccountAction } from "../access.ts";
import type { SignInAccess } from "../sign-in-access.store.server.ts";
import { hashOfToken } from "./session.rules.ts";

type AccountPermit = Permit<AccountAction>;

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

export async function findSession(access: SignInAccess, token: string, now: Date) {
  return db(access)
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
    .where("session.token", "=", hashOfToken(token))
    .where("session.expires_at", ">", now)
    .where("user.disabled_at", "is", null)
    .executeTakeFirst();
}

export async function touchSession(access: SignInAccess, id: string, now: Date): Promise<void> {
  await db(access)
    .updateTable("identity_session")
    .set({ last_active_at: now })
    .where("id", "=", id)
    .execute();
}

/** The one session of a user began, and proves who they are, as of then. */
export async function backdateSession(access: SignInAccess, userId: UserId, begun: Date): Promise<void> {
  await tables(access)
    .updateTable("identitySession")
    .set({ createdAt: begun })
    .where("userId", "=", userId)
    .execute();
}

export async function deleteSession(access: SignInAccess, token: string): Promise<void> {
  await db(access).deleteFrom("identity_session").where("token", "=", hashOfToken(token)).execute();
}

/** Sessions and challenges whose time is over, with the addresses and browsers that they name. */
export async function deleteEnded(access: SignInAccess): Promise<void> {
  const now = access.clock.now();
  await tables(access).deleteFrom("identitySession").where("expiresAt", "<", now).execute();
  await tables(access).deleteFrom("identityVerification").where("expiresAt", "<", now).execute();
}

export async function listSessions(permit: AccountPermit, userId: string, now: Date) {
  return db(permit)
    .selectFrom("identity_session")
    .select(["id", "created_at", "last_active_at", "ip_address", "user_agent"])
    .where("user_id", "=", userId)
    .where("expires_at", ">", now)
    .orderBy("last_active_at", "desc")
    .execute();
}

/** Ends one of the person's sessions. */
export async function deleteSessionOfUser(permit: AccountPermit, userId: string, id: string): Promise<void> {
  await db(permit)
    .deleteFrom("identity_session")
    .where("user_id", "=", userId)
    .where("id", "=", id)
    .execute();
}

/** Ends all of the person's sessions but one. */
export async function deleteOtherSessions(
  permit: AccountPermit,
  userId: string,
  keptId: string,
): Promise<void> {
  await db(permit)
    .deleteFrom("identity_session")
    .where("user_id", "=", userId)
    .where("id", "!=", keptId)
    .execute();
}

export async function listPasskeys(permit: AccountPermit, userId: string) {
  return db(permit)
    .selectFrom("identity_passkey")
    .select(["id", "name", "created_at"])
    .where("user_id", "=", userId)
    .orderBy("created_at")
    .execute();
}

export async function deletePasskey(permit: AccountPermit, userId: string, id: string): Promise<void> {
  await db(permit)
    .deleteFrom("identity_passkey")
    .where("user_id", "=", userId)
    .where("id", "=", id)
    .execute();
}

/** Whether the person signs in with an authenticator app too. */
export async function hasAuthenticator(permit: AccountPermit, userId: string): Promise<boolean> {
  const row = await db(permit)
    .selectFrom("identity_user")
    .select("two_factor_enabled")
    .where("id", "=", userId)
    .executeTakeFirst();
  return Boolean(row?.two_factor_enabled);
}
