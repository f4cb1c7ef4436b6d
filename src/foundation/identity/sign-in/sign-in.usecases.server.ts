import { randomBytes } from "node:crypto";
import { APIError } from "better-auth/api";
import { VISITOR } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { UserId } from "#platform/kernel/ids.ts";
import { expectOk, ok, type Result, refuse } from "#platform/kernel/result.ts";
import { findUserByEmail, noteSignIn } from "../people/user.store.server.ts";
import { ADDRESS_HEADER, type Caller } from "../session.schema.ts";
import { asSignIn } from "../sign-in-access.store.server.ts";
import { namesOfUsers } from "../user-name.usecases.server.ts";
import { countersOf, deviceCookieValue, knownDevice } from "./attempt.rules.ts";
import { countTry, forgiveTry } from "./attempt.store.server.ts";
import { hashOfRecoveryCode, readRecoveryCode, readTotp } from "./code.rules.ts";
import { challengedUser, spendTotp } from "./code.usecases.server.ts";
import { DISABLED } from "./disabled.store.server.ts";
import { homeOf, WAYS_IN, type WayIn } from "./entry.usecases.server.ts";
import { cookieOf } from "./session.rules.ts";
import { deleteSession } from "./session.store.server.ts";
import { actorOfUser, tokenOf } from "./session.usecases.server.ts";
import { authOf, recoveryCodeKey } from "./sign-in.store.server.ts";

/**
 * Why nobody was let in. `wrong` never says whether the address, the password or the code was wrong; `expired`:
 * the step before is too long ago or was tried too often; `disabled`: told only to who has shown who they are.
 */
export type SignInRefusal = Readonly<{ kind: "wrong" | "too-many" | "expired" | "disabled" }>;

/** `headers` carry the cookies, which the answer must pass on. */
export type SignInStep = Readonly<{ next: "done" | "second-factor"; headers: Headers }>;

const DEVICE_YEARS_S = 365 * 24 * 3600;

/** E-mail and password. With a second factor the session begins only after verifySecondFactor. */
export async function signIn(
  app: App,
  caller: Caller,
  input: { email: string; password: string },
  way: WayIn = "session.begin",
): Promise<Result<SignInStep, SignInRefusal>> {
  const email = input.email.trim().toLowerCase();
  const beyond = await triesBeyond(app, caller, email);
  if (beyond > 0) {
    // Written down once: whoever goes on fills no log.
    if (beyond === 1) await recordFailure(app, email, way);
    return refuse({ kind: "too-many" });
  }
  const answer = await unlessDisabled(() =>
    authOf(app).api.signInEmail({
      body: { email, password: input.password },
      headers: withoutSession(caller),
      returnHeaders: true,
    }),
  );
  if (!answer || answer === "disabled") {
    await recordFailure(app, email, way);
    return refuse({ kind: answer ?? "wrong" });
  }
  const old = await tokenOf(app, caller.headers);
  if (old) await asSignIn(app, (access) => deleteSession(access, old));
  if ("twoFactorRedirect" in answer.response)
    return ok({ next: "second-factor", headers: cookiesOf(answer.headers) });
  return ok({
    next: "done",
    headers: await complete(app, caller, answer.response.user, answer.headers, way),
  });
}

/** The code of the authenticator app, or one of the recovery codes, which works once. */
export async function verifySecondFactor(
  app: App,
  caller: Caller,
  input: { code: string; kind: "totp" | "recovery" },
): Promise<Result<SignInStep, SignInRefusal>> {
  const { api } = authOf(app);
  const request = { headers: withoutSession(caller), returnHeaders: true } as const;
  const user = await challengedUser(app, caller);
  const code = await codeToCheck(app, user, input);
  try {
    const answer =
      input.kind === "totp"
        ? await api.verifyTOTP({ body: { code }, ...request })
        : await api.verifyBackupCode({ body: { code }, ...request });
    return ok({
      next: "done",
      headers: await complete(app, caller, answer.response.user, answer.headers, "session.begin"),
    });
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    const code = error.body?.code;
    if (code === "INVALID_TWO_FACTOR_COOKIE" || code === "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE")
      return refuse({ kind: "expired" });
    await recordFailureOf(app, user, "session.begin");
    return refuse({ kind: code === DISABLED ? "disabled" : "wrong" });
  }
}

/** The code as better-auth compares it. One that was used before is given on as none, so that it counts as a wrong try. */
async function codeToCheck(
  app: App,
  user: UserId | undefined,
  { code, kind }: { code: string; kind: "totp" | "recovery" },
): Promise<string> {
  if (kind === "recovery") return hashOfRecoveryCode(recoveryCodeKey(app.config), readRecoveryCode(code));
  const digits = readTotp(code);
  const used =
    user !== undefined && (await asSignIn(app, (access) => spendTotp(app, access, user, digits))) === "used";
  return used ? "" : digits;
}

/** What every way in ends with: the counters forgive, the device is remembered, the log says who came. */
export async function complete(
  app: App,
  caller: Caller,
  user: { id: string; email: string },
  authHeaders: Headers,
  way: WayIn,
): Promise<Headers> {
  await forgiveCaller(app, caller, user.email);
  await recordEntry(app, user.id as UserId, way);
  const headers = cookiesOf(authHeaders);
  headers.append("set-cookie", await deviceCookie(app, user.email));
  return headers;
}

/** Writes down that somebody came in. */
async function recordEntry(app: App, userId: UserId, way: WayIn): Promise<void> {
  const owner = await asSignIn(app, async (access) => {
    await noteSignIn(access, userId);
    const name = (await namesOfUsers(access, [userId])).get(userId) ?? "";
    return actorOfUser(access, userId, name);
  });
  expectOk(await WAYS_IN[way](app, owner, { user: userId }));
}

/** A visitor's refused entry. It names the account only where the address belongs to one, never what was typed. */
export async function recordFailure(app: App, email: string | undefined, way: WayIn): Promise<void> {
  const user =
    email === undefined ? undefined : await asSignIn(app, (access) => findUserByEmail(access, email));
  await recordFailureOf(app, user?.id, way);
}

/** The same where the account is known by what was brought: the step before, or a passkey. */
export async function recordFailureOf(app: App, user: UserId | undefined, way: WayIn): Promise<void> {
  const known = await asSignIn(app, async (access) =>
    user === undefined ? undefined : actorOfUser(access, user, ""),
  );
  await WAYS_IN[way](app, VISITOR, known ? { user: known.userId, area: homeOf(known) } : {});
}

/** Counts a guess before it is checked, and says whether it may be. */
export const mayTry = async (app: App, caller: Caller, email: string): Promise<boolean> =>
  (await triesBeyond(app, caller, email)) === 0;

async function triesBeyond(app: App, caller: Caller, email: string): Promise<number> {
  const counters = await countersFor(app, caller, email);
  return asSignIn(app, (access) => countTry(access, counters, app.clock.now()));
}

/** The guess was right. */
export async function forgiveCaller(app: App, caller: Caller, email: string): Promise<void> {
  const counters = await countersFor(app, caller, email);
  await asSignIn(app, (access) => forgiveTry(access, counters));
}

async function countersFor(app: App, caller: Caller, email: string) {
  const { secret } = await authOf(app).$context;
  const cookie = cookieOf(caller.headers.get("cookie"), deviceCookieName(app));
  return countersOf(secret, { address: caller.address, email, device: knownDevice(secret, email, cookie) });
}

const deviceCookieName = (app: App) => `${isSecure(app) ? "__Secure-" : ""}yui.device`;
const isSecure = (app: App) => app.config.origin.startsWith("https:");

async function deviceCookie(app: App, email: string): Promise<string> {
  const { secret } = await authOf(app).$context;
  const value = deviceCookieValue(secret, email, randomBytes(16).toString("base64url"));
  return `${deviceCookieName(app)}=${value}; Max-Age=${DEVICE_YEARS_S}; Path=/; HttpOnly; SameSite=Lax${isSecure(app) ? "; Secure" : ""}`;
}

/** What better-auth answers; undefined where it refuses, and so in a word where the user may sign in no more. */
async function unlessDisabled<T>(call: () => Promise<T>): Promise<T | "disabled" | undefined> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    return error.body?.code === DISABLED ? "disabled" : undefined;
  }
}

/** Undefined where better-auth refuses; a throw of another kind is an outage. */
export async function attempt<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof APIError) return undefined;
    throw error;
  }
}

/** The headers that better-auth may see: it learns the address from us alone. */
export function forAuth(caller: Caller): Headers {
  const headers = new Headers(caller.headers);
  headers.set(ADDRESS_HEADER, caller.address);
  return headers;
}

/** For signing in anew: a session that is still there must not stand in for the one to be made. */
function withoutSession(caller: Caller): Headers {
  const headers = forAuth(caller);
  const cookies = (headers.get("cookie") ?? "").split(";").filter((part) => !part.includes("session_token="));
  headers.set("cookie", cookies.join(";"));
  return headers;
}

export function cookiesOf(from: Headers): Headers {
  const headers = new Headers();
  for (const cookie of from.getSetCookie()) headers.append("set-cookie", cookie);
  return headers;
}
