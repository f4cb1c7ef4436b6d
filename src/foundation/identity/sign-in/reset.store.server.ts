import { tables } from "#platform/db/rows.ts";
import { newId, type UserId } from "#platform/kernel/ids.ts";
import type { SignInAccess } from "../sign-in-access.store.server.ts";

/** A new password in place of the one before, or where there was none. */
export async function savePassword(access: SignInAccess, user: UserId, passwordHash: string): Promise<void> {
  const at = access.clock.now();
  const { numUpdatedRows } = await tables(access)
    .updateTable("identityAccount")
    .set({ password: passwordHash, updatedAt: at })
    .where("userId", "=", user)
    .where("providerId", "=", "credential")
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  await tables(access)
    .insertInto("identityAccount")
    .values({
      ...{ id: newId(), userId: user, accountId: user, providerId: "credential" },
      ...{ password: passwordHash, createdAt: at, updatedAt: at },
    })
    .execute();
}

/** Ends all sessions of a user, and whatever waits for their second factor. */
export async function endEverySession(access: SignInAccess, user: UserId): Promise<void> {
  await tables(access).deleteFrom("identitySession").where("userId", "=", user).execute();
  await tables(access).deleteFrom("identityVerification").where("value", "=", user).execute();
}
