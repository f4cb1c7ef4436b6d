import { db, type RowAccess } from "#platform/db/rows.ts";
import type { UserId } from "#platform/kernel/ids.ts";
import "../sign-in/session/store.server.ts";
import "../store.server.ts";
import type { UserRow } from "./schema.ts";

export async function findUserByEmail(
  permit: RowAccess,
  email: string,
): Promise<{ id: UserId; name: string; email: string; secondFactor: boolean } | undefined> {
  const row = await db(permit)
    .selectFrom("identity_user")
    .select(["id", "name", "email", "two_factor_enabled"])
    .where("email", "=", email.trim().toLowerCase())
    .executeTakeFirst();
  return row && { ...row, id: row.id as UserId, secondFactor: Boolean(row.two_factor_enabled) };
}

export async function markDemonstration(permit: RowAccess, id: UserId): Promise<void> {
  await db(permit).updateTable("identity_user").set({ demonstration: true }).where("id", "=", id).execute();
}

export async function anyDemonstrationUser(permit: RowAccess): Promise<boolean> {
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
  }
}

/** All second factors and sessions of a user. */
export async function deleteSecondFactors(permit: RowAccess, id: UserId): Promise<void> {
  await db(permit).deleteFrom("identity_two_factor").where("user_id", "=", id).execute();
  await db(permit).deleteFrom("identity_passkey").where("user_id", "=", id).execute();
  await db(permit).deleteFrom("identity_session").where("user_id", "=", id).execute();
  await db(permit)
    .updateTable("identity_user")
    .set({ two_factor_enabled: false })
    .where("id", "=", id)
    .execute();
}

export async function listUserRows(permit: RowAccess): Promise<UserRow[]> {
  const users = await db(permit)
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
  const memberships = await db(permit)
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
