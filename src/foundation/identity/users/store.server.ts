import type { Tx } from "#platform/db/database.ts";
import type { UserId } from "#platform/kernel/ids.ts";
import "../store.server.ts";

export async function findUserByEmail(
  tx: Tx,
  email: string,
): Promise<{ id: UserId; name: string; email: string; secondFactor: boolean } | undefined> {
  const row = await tx
    .selectFrom("identity_user")
    .select(["id", "name", "email", "two_factor_enabled"])
    .where("email", "=", email.trim().toLowerCase())
    .executeTakeFirst();
  return row && { ...row, id: row.id as UserId, secondFactor: Boolean(row.two_factor_enabled) };
}

export async function markDemonstration(tx: Tx, id: UserId): Promise<void> {
  await tx.updateTable("identity_user").set({ demonstration: true }).where("id", "=", id).execute();
}

export async function anyDemonstrationUser(tx: Tx): Promise<boolean> {
  const row = await tx
    .selectFrom("identity_user")
    .select("id")
    .where("demonstration", "=", true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
