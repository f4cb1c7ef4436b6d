import type { App } from "#platform/app.ts";
import type { UserId } from "#platform/kernel/ids.ts";
import { authOf } from "../sign-in/store.server.ts";

/** Makes a user who signs in with that password, which the caller has checked. */
export async function makeUser(
  app: App,
  user: { email: string; name: string; passwordHash: string },
): Promise<UserId> {
  const { internalAdapter } = await authOf(app).$context;
  const made = await internalAdapter.createUser(
    {
      email: user.email.trim().toLowerCase(),
      name: user.name,
      // Whoever holds the link that was sent there, or the machine, has shown that the address is theirs.
      emailVerified: true,
    },
    { method: "admin" },
  );
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
