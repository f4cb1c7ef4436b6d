import { z } from "zod";
import { type Actor, STAFF_ROLES } from "#foundation/actors/public.ts";
import { command, query, type UseCase } from "#foundation/authority/public.ts";
import { revokeLinks } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { conflict, invalid, ok, type Result } from "#platform/kernel/result.ts";
import { accountPolicy } from "../access.ts";
import { ACCOUNT } from "../account.messages.ts";
import { LONG } from "../password/password.schema.ts";
import { passwordMend } from "../password/password.usecases.server.ts";
import type { Caller, Session } from "../session.schema.ts";
import { readTotp } from "../sign-in/code.rules.ts";
import { renewCodes, spendTotp } from "../sign-in/code.usecases.server.ts";
import { ownAccount, userId } from "../sign-in/entry.usecases.server.ts";
import { RESET_PURPOSE } from "../sign-in/reset.usecases.server.ts";
import {
  backdateSession,
  deleteOtherSessions,
  deletePasskey,
  deleteSessionOfUser,
  hasAuthenticator,
  listPasskeys,
  listSessions,
} from "../sign-in/session.store.server.ts";
import { authOf, withAuth } from "../sign-in/sign-in.store.server.ts";
import { attempt, cookiesOf, forAuth, forgiveCaller, mayTry } from "../sign-in/sign-in.usecases.server.ts";
import { alsoAsSignIn } from "../sign-in-access.store.server.ts";
import { findAddress, selectNames } from "../user-name.store.server.ts";
import { presentPasskey, presentSession } from "./account.present.ts";

/** One's own account; `here` is the session that the request came with. */
const ofAccount = z.object({ user: userId });
const ofSession = z.object({ user: userId, here: z.string() });
/** Where the sign-in has a part in it, which knows people by their cookies. */
const ofCaller = z.object({ user: userId, caller: z.custom<Caller>() });

const own = { policy: accountPolicy, subject: ownAccount };

/** Where one is signed in, and the passkeys that one may sign in with. */
export const readAccount = query({
  name: "account.read",
  ...own,
  target: ofSession,
  async run(permit, { user, here }) {
    const sessions = await listSessions(permit, user, permit.clock.now());
    const passkeys = await listPasskeys(permit, user);
    return ok({
      sessions: sessions.map((session) => presentSession(session, here)),
      passkeys: passkeys.map(presentPasskey),
    });
  },
});

/** Ends the session of the request. */
export const signOut = command({
  name: "session.end",
  ...own,
  target: ofCaller,
  async run(permit, { caller }, app) {
    const { headers } = await withAuth(app, permit, ({ api }) =>
      api.signOut({ headers: forAuth(caller), returnHeaders: true }),
    );
    return ok(cookiesOf(headers));
  },
});

/** Ends one of one's sessions, at a device that is elsewhere. */
export const endSession = command({
  name: "session.end-other",
  ...own,
  target: ofAccount,
  input: z.object({ session: z.string() }),
  async run(permit, { user, session }) {
    await deleteSessionOfUser(permit, user, session);
    return ok(undefined);
  },
});

/** Ends all of one's sessions but the one of the request. */
export const endOtherSessions = command({
  name: "session.end-others",
  ...own,
  target: ofSession,
  async run(permit, { user, here }) {
    await deleteOtherSessions(permit, user, here);
    return ok(undefined);
  },
});

/** The secret for the authenticator app, as the address that its QR code holds. Nothing is on until it is confirmed. */
export const beginSecondFactor = command({
  name: "account.second-factor-begin",
  ...own,
  target: ofCaller,
  input: z.object({ password: z.string() }),
  async run(permit, { caller, password }, app) {
    const answer = await withAuth(app, permit, ({ api }) =>
      attempt(() => api.enableTwoFactor({ body: { password }, headers: forAuth(caller) })),
    );
    return answer?.method === "totp"
      ? ok({ uri: answer.totpURI })
      : invalid({ password: [ACCOUNT.factorIsOn] });
  },
});

/** Turns the second factor on with the first code, and hands out the recovery codes, once. */
export const confirmSecondFactor = command({
  name: "account.second-factor-on",
  ...own,
  target: ofCaller,
  input: z.object({ code: z.string() }),
  async run(permit, { user, caller, code }, app): Promise<Result<{ codes: string[]; headers: Headers }>> {
    return withAuth(app, permit, async ({ api }) => {
      const request = { headers: forAuth(caller), returnHeaders: true } as const;
      const digits = readTotp(code);
      const answer = await attempt(() => api.verifyTOTP({ body: { code: digits }, ...request }));
      if (!answer) return invalid({ code: [ACCOUNT.wrongCode] });
      const codes = await alsoAsSignIn(permit, async (access) => {
        await spendTotp(app, access, user, digits);
        return renewCodes(app, access, user);
      });
      return ok({ codes, headers: cookiesOf(answer.headers) });
    });
  },
});

/** New recovery codes; the old ones end. */
export const renewRecoveryCodes = command({
  name: "account.recovery-codes",
  ...own,
  target: ofCaller,
  input: z.object({ password: z.string() }),
  async run(permit, { caller, password }, app) {
    const answer = await withAuth(app, permit, ({ api }) =>
      attempt(() => api.generateBackupCodes({ body: { password }, headers: forAuth(caller) })),
    );
    return answer ? ok({ codes: answer.backupCodes }) : invalid({ password: [ACCOUNT.factorIsOff] });
  },
});

/** Turns the authenticator app off, where the role allows it and the password can stand alone. */
export const endSecondFactor = command({
  name: "account.second-factor-off",
  ...own,
  target: ofCaller,
  input: z.object({ password: z.string() }),
  async run(permit, { caller, password }, app) {
    if (needsSecondFactor(app, permit.actor)) return invalid({ password: [ACCOUNT.factorNeeded] });
    if ([...password].length < LONG) return invalid({ password: [ACCOUNT.passwordTooShortAlone] });
    const answer = await withAuth(app, permit, ({ api }) =>
      attempt(() =>
        api.disableTwoFactor({ body: { password }, headers: forAuth(caller), returnHeaders: true }),
      ),
    );
    return answer ? ok(cookiesOf(answer.headers)) : invalid({ password: [ACCOUNT.factorIsOff] });
  },
});

/** A new password; every other session ends, and every link to set one. */
export const changePassword = command({
  name: "account.change-password",
  ...own,
  target: ofCaller,
  input: z.object({ current: z.string(), next: z.string() }),
  async run(permit, { user, caller, current, next }, app) {
    const email = (await findAddress(permit, user)) ?? "";
    const [person] = await selectNames(permit, [user]);
    const passkeys = await listPasskeys(permit, user);
    const secondFactor = passkeys.length > 0 || (await hasAuthenticator(permit, user));
    const mend = await passwordMend(next, app, {
      secondFactor,
      about: [email, person?.name ?? ""],
    });
    if (mend) return invalid({ next: [mend] });
    const answer = await withAuth(app, permit, ({ api }) =>
      attempt(() =>
        api.changePassword({
          body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
          headers: forAuth(caller),
          returnHeaders: true,
        }),
      ),
    );
    if (!answer) return invalid({ current: [ACCOUNT.wrongPassword] });
    await revokeLinks(permit, permit.subject.area, { subject: user, purpose: RESET_PURPOSE });
    // The password alone was given: with a second factor that is no full proof, so the new session is as old as the last.
    const proven = permit.actor.kind === "person" ? permit.actor.provenAt : undefined;
    if (secondFactor && proven) await alsoAsSignIn(permit, (access) => backdateSession(access, user, proven));
    return ok(cookiesOf(answer.headers));
  },
});

/** Removes a passkey, unless it is the last thing that makes the second factor of a role that needs one. */
export const removePasskey = command({
  name: "account.passkey-remove",
  ...own,
  target: ofAccount,
  input: z.object({ passkey: z.string() }),
  async run(permit, { user, passkey }, app) {
    const last = (await listPasskeys(permit, user)).length === 1 && !(await hasAuthenticator(permit, user));
    if (last && needsSecondFactor(app, permit.actor)) return conflict(ACCOUNT.lastPasskey);
    await deletePasskey(permit, user, passkey);
    return ok(undefined);
  },
});

const needsSecondFactor = (app: App, actor: Actor): boolean =>
  app.config.mode === "production" &&
  actor.kind === "person" &&
  actor.memberships.some(({ role }) => STAFF_ROLES.includes(role));

/** The command for whoever knows the password of the open session. Guesses count like those at the door. */
export const withPassword = <T extends z.ZodType<Record<string, unknown>>, Out>(
  { caller, session }: Readonly<{ caller: Caller; session: Session }>,
  guarded: UseCase<T, Out>,
  field = "password",
) =>
  Object.assign(
    async (app: App, actor: Actor, target: z.input<T>, input?: unknown): Promise<Result<Out>> => {
      const password = String((input as Readonly<Record<string, unknown>> | undefined)?.[field] ?? "");
      if (!(await mayTry(app, caller, session.email))) return invalid({ [field]: [ACCOUNT.tooManyTries] });
      const right = await attempt(() =>
        authOf(app).api.verifyPassword({ body: { password }, headers: forAuth(caller) }),
      );
      if (!right) return invalid({ [field]: [ACCOUNT.wrongPassword] });
      await forgiveCaller(app, caller, session.email);
      return guarded(app, actor, target, input);
    },
    { declared: guarded.declared },
  );
