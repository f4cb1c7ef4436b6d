import { APIError } from "better-auth/api";
import type { Database } from "#platform/db/database.ts";
import "../user-name.store.server.ts";

/** How better-auth refuses somebody whom an administrator has stopped. */
export const DISABLED = "USER_IS_DISABLED";

/** Holds up the session that is about to begin. */
export async function refuseDisabled(db: Database, userId: string): Promise<void> {
  const user = await db
    .selectFrom("identity_user")
    .select("disabled_at")
    .where("id", "=", userId)
    .executeTakeFirst();
  if (!user || user.disabled_at) throw new APIError("FORBIDDEN", { code: DISABLED, message: "no sign-in" });
}
