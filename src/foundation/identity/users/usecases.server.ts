import pg from "pg";
import type { App } from "#platform/app.ts";
import type { UserId } from "#platform/kernel/ids.ts";
import { authOf } from "../sign-in/store.server.ts";

const UNIQUE_VIOLATION = "23505";

/** Makes a user who signs in with that password, which the caller has checked; undefined where the address is taken. */
export async function makeUser(
  app: App,
  user: { email: string; name: string; passwordHash: string },
): Promise<UserId | undefined> {
  const { internalAdapter } = await authOf(app).$context;
  const made = await internalAdapter
    .createUser(
      {
        email: user.email.trim().toLowerCase(),
        name: user.name,
        // Whoever holds the link that was sent there, or the machine, has shown that the address is theirs.
        emailVerified: true,
      },
      { method: "admin" },
    )
    .catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION) return undefined;
      throw error;
    });
  if (!made) return undefined;
  await internalAdapter.linkAccount({
    userId: made.id,
    providerId: "credential",
    accountId: made.id,
    password: user.passwordHash,
  });
  return made.id as UserId;
}

export async function hashPassword(app: App, password: string): Promise<string> {
  return (await authOf(app).$context).password.hash(password);
}
