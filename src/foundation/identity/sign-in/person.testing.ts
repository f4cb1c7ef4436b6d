import { base32 } from "@better-auth/utils/base32";
import { createOTP } from "@better-auth/utils/otp";
import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import type { App } from "#platform/app.ts";
import { systemClock } from "#platform/kernel/clock.ts";
import { type AreaId, newId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { beginSecondFactor, confirmSecondFactor } from "../account/account.usecases.server.ts";
import { OPERATOR } from "../people/membership.schema.ts";
import { insertMembership } from "../people/membership.store.server.ts";
import { insertUser } from "../people/user.store.server.ts";
import type { Caller } from "../session.schema.ts";
import { asSignIn } from "../sign-in-access.store.server.ts";
import { hashPassword } from "./password-hash.usecases.server.ts";
import { sessionOf } from "./session.usecases.server.ts";
import { signIn } from "./sign-in.usecases.server.ts";

export const PASSWORD = "kotatsu no mikan ga nanatsu";
export const minutes = (count: number) => vi.setSystemTime(new Date(Date.now() + count * 60_000));

/** A browser of a test: it keeps its cookies and comes from one address. */
type Browser = Caller & { readonly cookies: Map<string, string>; take(headers: Headers): void };

/** Sets up, before each test, a new coordinator with that password and the browsers to sign in from. */
export function signInSetup<B extends Browser>(app: App, now: string, browserAt: (address: string) => B) {
  const person = { email: "", userId: "" as UserId, hash: "" };

  // better-auth reads the system's time, so these tests move the system's clock.
  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
    Object.assign(app, { clock: systemClock });
    person.hash = await hashPassword(app, PASSWORD);
  });
  afterAll(() => void vi.useRealTimers());

  beforeEach(async () => {
    vi.setSystemTime(new Date(now));
    person.email = `${newId()}@office.example`;
    const user = { email: person.email, name: "保健課 担当", passwordHash: person.hash };
    await asSignIn(app, async (access) => {
      person.userId = (await insertUser(access, user))!;
      const { userId } = person;
      const membership = { areaId: "sma-32-02" as AreaId, organisationId: OPERATOR, userId };
      await insertMembership(access, { ...membership, role: "coordinator" });
    });
  });

  let met = 0;
  const visitor = () => {
    met += 1;
    return browserAt(`198.51.${met >> 8}.${met & 255}`);
  };

  async function signedIn(who = visitor()): Promise<B> {
    who.take(expectOk(await signIn(app, who, { email: person.email, password: PASSWORD })).headers);
    return who;
  }

  /** Who is behind the session, and what is theirs. */
  async function own(who: B) {
    const session = (await sessionOf(app, who.headers)).session!;
    return [session.owner, { user: person.userId, here: session.id, caller: who }] as const;
  }

  async function withSecondFactor() {
    const who = await signedIn();
    const { uri } = expectOk(await beginSecondFactor(app, ...(await own(who)), { password: PASSWORD }));
    const secret = new TextDecoder().decode(base32.decode(new URL(uri).searchParams.get("secret")!));
    const code = () => createOTP(secret).totp();
    const confirmed = expectOk(await confirmSecondFactor(app, ...(await own(who)), { code: await code() }));
    who.take(confirmed.headers);
    // That code is used up.
    minutes(1);
    return { who, code, recovery: confirmed.codes };
  }

  return { person, visitor, signedIn, own, withSecondFactor };
}
