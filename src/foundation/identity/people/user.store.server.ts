import type { Permit, Work } from "#foundation/authority/public.ts";
import { db, tables } from "#platform/db/rows.ts";
import { newId, type UserId } from "#platform/kernel/ids.ts";
import type { SignInAccess } from "../sign-in-access.store.server.ts";
import "../sign-in/session.store.server.ts";
import "../user-name.store.server.ts";
import type { UserAction } from "../user.access.ts";
import type { UserRow } from "./user.schema.ts";

export type UserAccount = Readonly<{
  id: UserId;
  name: string;
  email: string;
  secondFactor: boolean;
  disabledAt: Date | null;
  lastSignInAt: Date | null;
}>;

export async function findUserByEmail(
  permit: Work,
  email: string,
): Promise<Omit<UserAccount, "lastSignInAt"> | undefined> {
  const row = await db(permit)
    .selectFrom("identity_user")
    .select(["id", "name", "email", "two_factor_enabled", "disabled_at"])
    .where("email", "=", email.trim().toLowerCase())
    .executeTakeFirst();
  if (!row) return undefined;
  const { name, disabled_at: disabledAt, two_factor_enabled: factor } = row;
  return { id: row.id as UserId, name, email: row.email, secondFactor: Boolean(factor), disabledAt };
}

/** The account of that id, with whether a second factor of any kind is set up. */
export async function findAccount(access: SignInAccess, id: UserId): Promise<UserAccount | undefined> {
  const row = await tables(access)
    .selectFrom("identityUser as user")
    .select(["user.name", "user.email", "user.twoFactorEnabled", "user.disabledAt", "user.lastSignInAt"])
    .select((eb) =>
      eb
        .exists(eb.selectFrom("identityPasskey").select("id").whereRef("userId", "=", "user.id"))
        .as("hasPasskey"),
    )
    .where("user.id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { name, email, disabledAt, lastSignInAt } = row;
  const secondFactor = Boolean(row.twoFactorEnabled) || Boolean(row.hasPasskey);
  return { id, name, email, secondFactor, disabledAt, lastSignInAt };
}

export async function setDisabled(access: SignInAccess, id: UserId, disabledAt: Date | null): Promise<void> {
  await tables(access).updateTable("identityUser").set({ disabledAt }).where("id", "=", id).execute();
}

export async function noteSignIn(access: SignInAccess, id: UserId): Promise<void> {
  await tables(access)
    .updateTable("identityUser")
    .set({ lastSignInAt: access.clock.now() })
    .where("id", "=", id)
    .execute();
}

/** Makes a user who signs in with that password; undefined where the address is taken. */
export async function insertUser(
  access: SignInAccess,
  user: Readonly<{
    id?: UserId;
    email: string;
    name: string;
    passwordHash: string;
    demonstration?: boolean;
  }>,
): Promise<UserId | undefined> {
  const id = user.id ?? newId<UserId>();
  const at = access.clock.now();
  const { numInsertedOrUpdatedRows } = await db(access)
    .insertInto("identity_user")
    .values({
      id,
      name: user.name,
      email: user.email.trim().toLowerCase(),
      // Whoever holds the link that was sent there, or the machine, has shown that the address is theirs.
      email_verified: true,
      image: null,
      two_factor_enabled: false,
      demonstration: user.demonstration ?? false,
      disabled_at: null,
      last_sign_in_at: null,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return undefined;
  await db(access)
    .insertInto("identity_account")
    .values({
      id: newId(),
      user_id: id,
      account_id: id,
      provider_id: "credential",
      password: user.passwordHash,
      created_at: at,
      updated_at: at,
    })
    .execute();
  return id;
}

export async function anyDemonstrationUser(permit: Permit<UserAction>): Promise<boolean> {
  const row = await db(permit)
    .selectFrom("identity_user")
    .select("id")
    .where("demonstration", "=", true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

declare module "#platform/db/database.ts" {
  interface Tables {
    identity_two_factor: { id: string; user_id: string };
    /** As the sign-in's library keeps it; of ours is that a password is one of a way in called `credential`. */
    identity_account: {
      id: string;
      user_id: string;
      account_id: string;
      provider_id: string;
      password: string;
      created_at: Date;
      updated_at: Date;
    };
  }
}

/** All second factors and sessions of a user. */
export async function deleteSecondFactors(access: SignInAccess, id: UserId): Promise<void> {
  await db(access).deleteFrom("identity_two_factor").where("user_id", "=", id).execute();
  await db(access).deleteFrom("identity_passkey").where("user_id", "=", id).execute();
  await db(access).deleteFrom("identity_session").where("user_id", "=", id).execute();
  await db(access)
    .updateTable("identity_user")
    .set({ two_factor_enabled: false })
    .where("id", "=", id)
    .execute();
}

export async function listUserRows(access: SignInAccess): Promise<UserRow[]> {
  const users = await db(access)
    .selectFrom("identity_user")
    .select((eb) => [
      "id",
      "name",
      "email",
      "two_factor_enabled",
      "demonstration",
      "disabled_at",
      "last_sign_in_at",
      eb
        .exists(eb.selectFrom("identity_passkey").select("id").whereRef("user_id", "=", "identity_user.id"))
        .as("has_passkey"),
    ])
    .orderBy("email")
    .execute();
  const memberships = await db(access)
    .selectFrom("membership")
    .select(["user_id", "role", "area_id"])
    .where("until", "is", null)
    .orderBy("since")
    .orderBy("role")
    .orderBy("area_id")
    .execute();
  const rolesOf = Map.groupBy(memberships, (membership) => membership.user_id);
  return users.map((user) => ({
    id: user.id,
    name: user.name,
    email: user.email,
    secondFactor: Boolean(user.two_factor_enabled) || Boolean(user.has_passkey),
    demonstration: user.demonstration,
    disabled: user.disabled_at !== null,
    lastSignInAt: user.last_sign_in_at,
    roles: (rolesOf.get(user.id) ?? []).map(({ role, area_id }) => `${role}@${area_id}`),
  }));
}
