import { sql } from "kysely";
import { tables } from "#platform/db/rows.ts";
import type { UserId } from "#platform/kernel/ids.ts";
import type { SignInAccess } from "../sign-in-access.store.server.ts";

export async function findTotpSecret(access: SignInAccess, userId: UserId): Promise<string | undefined> {
  const row = await tables(access)
    .selectFrom("identityTwoFactor")
    .select("secret")
    .where("userId", "=", userId)
    .executeTakeFirst();
  return row?.secret;
}

/** Uses up the 30 seconds of a code, and all before them; false where they were used already. */
export async function spendCounter(access: SignInAccess, userId: UserId, counter: number): Promise<boolean> {
  const { numUpdatedRows } = await tables(access)
    .updateTable("identityTwoFactor")
    .set({ lastUsedCounter: counter })
    .where("userId", "=", userId)
    .where((row) => row.or([row("lastUsedCounter", "is", null), row("lastUsedCounter", "<", counter)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function saveRecoveryCodes(access: SignInAccess, userId: UserId, stored: string): Promise<void> {
  await tables(access)
    .updateTable("identityTwoFactor")
    .set({ backupCodes: stored })
    .where("userId", "=", userId)
    .execute();
}

/** Codes of before, which are encrypted; hashes stand in a list. */
export const selectEncryptedCodes = (access: SignInAccess) =>
  tables(access)
    .selectFrom("identityTwoFactor")
    .select(["userId", "backupCodes"])
    .where(sql<boolean>`backup_codes not like '[%'`)
    .execute();

/** Whose passkey that is. */
export async function findPasskeyOwner(
  access: SignInAccess,
  credential: string,
): Promise<UserId | undefined> {
  const row = await tables(access)
    .selectFrom("identityPasskey")
    .select("userId")
    .where("credentialId", "=", credential)
    .executeTakeFirst();
  return row?.userId;
}
