import { STAFF_ROLES } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { LONG } from "../password/schema.ts";
import { passwordMend } from "../password/usecases.server.ts";
import type { Session } from "../schema.ts";
import { readTotp } from "../sign-in/codes/rules.ts";
import { deleteSessionsOfUser, listPasskeys, listSessions } from "../sign-in/session/store.server.ts";
import { authOf } from "../sign-in/store.server.ts";
import {
  attempt,
  auditOwn,
  type Caller,
  cookiesOf,
  forAuth,
  forgiveCaller,
  mayTry,
} from "../sign-in/usecases.server.ts";
import { IDENTITY_SCOPE } from "../store.server.ts";
import { ACCOUNT } from "./messages.ts";

/** Somebody at work on their own account: the page has made sure of the session. */
export type Own = Readonly<{ app: App; caller: Caller; session: Session }>;

export async function ownAccount({ app, session }: Own) {
  return withRows(app.db, IDENTITY_SCOPE, async (permit) => ({
    sessions: await listSessions(permit, session.userId, app.clock.now()),
    passkeys: await listPasskeys(permit, session.userId),
  }));
}

/** Ends one of one's sessions, or all others where no id is given. */
export async function endSessions({ app, session }: Own, id: string | undefined): Promise<void> {
  await withRows(app.db, IDENTITY_SCOPE, (permit) =>
    deleteSessionsOfUser(permit, session.userId, { but: session.id, only: id }),
  );
  await auditOwn(app, session.userId, "session.end-other");
}

/** The secret for the authenticator app, as the address that its QR code holds. Nothing is on until it is confirmed. */
export async function beginSecondFactor(own: Own, password: string): Promise<Result<{ uri: string }>> {
  const wrong = await refusedPassword(own, password);
  if (wrong) return wrong;
  const answer = await attempt(() =>
    authOf(own.app).api.enableTwoFactor({ body: { password }, headers: forAuth(own.caller) }),
  );
  return answer?.method === "totp"
    ? ok({ uri: answer.totpURI })
    : invalid({ password: [ACCOUNT.factorIsOn] });
}

/** Turns the second factor on with the first code, and hands out the recovery codes, once. */
export async function confirmSecondFactor(
  { app, caller, session }: Own,
  code: string,
): Promise<Result<{ codes: readonly string[]; headers: Headers }>> {
  const { api } = authOf(app);
  const answer = await attempt(() =>
    api.verifyTOTP({
      body: { code: readTotp(code) },
      headers: forAuth(caller),
      returnHeaders: true,
    }),
  );
  if (!answer) return invalid({ code: [ACCOUNT.wrongCode] });
  const { backupCodes } = await api.viewBackupCodes({ body: { userId: session.userId } });
  await auditOwn(app, session.userId, "account.second-factor-on");
  return ok({ codes: backupCodes, headers: cookiesOf(answer.headers) });
}

/** New recovery codes; the old ones end. */
export async function renewRecoveryCodes(
  own: Own,
  password: string,
): Promise<Result<{ codes: readonly string[] }>> {
  const wrong = await refusedPassword(own, password);
  if (wrong) return wrong;
  const answer = await attempt(() =>
    authOf(own.app).api.generateBackupCodes({ body: { password }, headers: forAuth(own.caller) }),
  );
  if (!answer) return invalid({ password: [ACCOUNT.factorIsOff] });
  await auditOwn(own.app, own.session.userId, "account.recovery-codes");
  return ok({ codes: answer.backupCodes });
}

/** Turns the authenticator app off, where the role allows it and the password can stand alone. */
export async function endSecondFactor(own: Own, password: string): Promise<Result<{ headers: Headers }>> {
  const { app, caller, session } = own;
  if (app.config.mode === "production" && session.roles.some((role) => STAFF_ROLES.includes(role)))
    return invalid({ password: [ACCOUNT.factorNeeded] });
  const wrong = await refusedPassword(own, password);
  if (wrong) return wrong;
  if ([...password].length < LONG) return invalid({ password: [ACCOUNT.passwordTooShortAlone] });
  const answer = await attempt(() =>
    authOf(app).api.disableTwoFactor({ body: { password }, headers: forAuth(caller), returnHeaders: true }),
  );
  if (!answer) return invalid({ password: [ACCOUNT.factorIsOff] });
  await auditOwn(app, session.userId, "account.second-factor-off");
  return ok({ headers: cookiesOf(answer.headers) });
}

/** A new password; every other session ends. */
export async function changePassword(
  own: Own,
  input: { current: string; next: string },
): Promise<Result<{ headers: Headers }>> {
  const { app, caller, session } = own;
  const mend = await passwordMend(input.next, {
    secondFactor: session.secondFactor,
    about: [session.email, session.name],
  });
  if (mend) return invalid({ next: [mend] });
  const wrong = await refusedPassword(own, input.current, "current");
  if (wrong) return wrong;
  const { headers } = await authOf(app).api.changePassword({
    body: { currentPassword: input.current, newPassword: input.next, revokeOtherSessions: true },
    headers: forAuth(caller),
    returnHeaders: true,
  });
  await auditOwn(app, session.userId, "account.change-password");
  return ok({ headers: cookiesOf(headers) });
}

/** Removes a passkey, unless it is the last thing that makes the second factor of a role that needs one. */
export async function removePasskey(own: Own, id: string): Promise<Result<undefined>> {
  const { app, caller, session } = own;
  const { passkeys } = await ownAccount(own);
  const last = passkeys.length === 1 && !session.authenticator;
  const needed = app.config.mode === "production" && session.roles.some((role) => STAFF_ROLES.includes(role));
  if (last && needed) return invalid({ passkey: [ACCOUNT.lastPasskey] });
  await attempt(() => authOf(app).api.deletePasskey({ body: { id }, headers: forAuth(caller) }));
  await auditOwn(app, session.userId, "account.passkey-remove");
  return ok(undefined);
}

/** Guesses at the password of an open session count like those at the door. */
async function refusedPassword({ app, caller, session }: Own, password: string, field = "password") {
  if (!(await mayTry(app, caller, session.email))) return invalid({ [field]: [ACCOUNT.tooManyTries] });
  const right = await attempt(() =>
    authOf(app).api.verifyPassword({ body: { password }, headers: forAuth(caller) }),
  );
  if (!right) return invalid({ [field]: [ACCOUNT.wrongPassword] });
  await forgiveCaller(app, caller, session.email);
  return undefined;
}
