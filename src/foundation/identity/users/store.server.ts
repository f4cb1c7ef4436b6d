import type { Permit, Work } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import { newId, type UserId } from "#platform/kernel/ids.ts";
import type { SignInAccess } from "../sign-in/scope.store.server.ts";
import "../sign-in/session/store.server.ts";
import "../store.server.ts";
import type { UserAction } from "./access.ts";
import type { UserRow } from "./schema.ts";

export async function findUserByEmail(
  permit: Work,
  email: string,
): Promise<{ id: UserId; name: string; email: string; secondFactor: boolean } | undefined> {
  const row = await db(permit)
    .selectFrom("identity_user")
    .select(["id", "name", "email", "two_factor_enabled"])
    .where("email", "=", email.trim().toLowerCase())
    .executeTakeFirst();
  return row && { ...row, id: row.id as UserId, secondFactor: Boolean(row.two_factor_enabled) };
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
    .execute();
  const rolesOf = Map.groupBy(memberships, (membership) => membership.user_id);
  return users.map((user) => ({
    id: user.id,
    name: user.name,
    email: user.email,
    secondFactor: Boolean(user.two_factor_enabled) || Boolean(user.has_passkey),
    demonstration: user.demonstration,
    roles: (rolesOf.get(user.id) ?? []).map(({ role, area_id }) => `${role}@${area_id}`),
  }));
}
