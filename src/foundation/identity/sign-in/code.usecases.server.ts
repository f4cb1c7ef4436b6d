import { createOTP } from "@better-auth/utils/otp";
import { symmetricDecrypt } from "better-auth/crypto";
import type { App } from "#platform/app.ts";
import type { UserId } from "#platform/kernel/ids.ts";
import type { Caller } from "../session.schema.ts";
import { asSignIn, type SignInAccess } from "../sign-in-access.store.server.ts";
import { countersAt, storedCodes } from "./code.rules.ts";
import {
  findTotpSecret,
  saveRecoveryCodes,
  selectEncryptedCodes,
  spendCounter,
} from "./code.store.server.ts";
import { tokenOfCookie } from "./session.rules.ts";
import { authOf, newRecoveryCodes, openStoredCodes, recoveryCodeKey } from "./sign-in.store.server.ts";

/** Whose second factor is asked for, by the cookie that the step before has given. */
export async function challengedUser(app: App, caller: Caller): Promise<UserId | undefined> {
  const { createAuthCookie, secret, internalAdapter } = await authOf(app).$context;
  const { name } = createAuthCookie("two_factor");
  const challenge = tokenOfCookie(caller.headers.get("cookie"), name, secret);
  const found = challenge === undefined ? null : await internalAdapter.findVerificationValue(challenge);
  return found && found.expiresAt > app.clock.now() ? (found.value as UserId) : undefined;
}

/**
 * Uses up an authenticator's code (RFC 6238, 5.2: none is taken a second time), and says so where that was done before.
 * A code that fits no time in the window uses nothing up.
 */
export async function spendTotp(
  app: App,
  access: SignInAccess,
  userId: UserId,
  code: string,
): Promise<"fits" | "used" | "wrong"> {
  const encrypted = await findTotpSecret(access, userId);
  if (encrypted === undefined) return "wrong";
  const { secretConfig } = await authOf(app).$context;
  const otp = createOTP(await symmetricDecrypt({ key: secretConfig, data: encrypted }));
  const counters = countersAt(app.clock.now());
  const codes = await Promise.all(counters.map((counter) => otp.hotp(counter)));
  const at = codes.lastIndexOf(code);
  if (at < 0) return "wrong";
  return (await spendCounter(access, userId, counters[at]!)) ? "fits" : "used";
}

/** Replaces the recovery codes and returns the new ones, which can't be read again later. */
export async function renewCodes(app: App, access: SignInAccess, userId: UserId): Promise<string[]> {
  const codes = newRecoveryCodes();
  await saveRecoveryCodes(
    access,
    userId,
    await storedCodes(recoveryCodeKey(app.config), JSON.stringify(codes)),
  );
  return codes;
}

/** Hashes the recovery codes that were encrypted before. */
export const hashOldRecoveryCodes = (app: App): Promise<void> =>
  asSignIn(app, async (access) => {
    for (const { userId, backupCodes } of await selectEncryptedCodes(access))
      await saveRecoveryCodes(access, userId, await openStoredCodes(app.config, backupCodes));
  });
