import { base32 } from "@better-auth/utils/base32";
import { createOTP } from "@better-auth/utils/otp";
import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import { db, withRows } from "#platform/db/rows.ts";
import { systemClock } from "#platform/kernel/clock.ts";
import { type AreaId, newId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { NOW, testApp } from "#test/app.ts";
import { Visitor } from "#test/visitor.ts";
import { beginSecondFactor, confirmSecondFactor } from "../account/usecases.server.ts";
import { OPERATOR } from "../members/schema.ts";
import { insertMembership } from "../members/store.server.ts";
import { insertUser } from "../users/store.server.ts";
import { hashPassword } from "../users/usecases.server.ts";
import { asSignIn } from "./scope.store.server.ts";
import { sessionOf } from "./session/usecases.server.ts";
import { signIn } from "./usecases.server.ts";

/** An app with a new person before each test, who signs in with that password. */
export const app = testApp();
export const PASSWORD = "kotatsu no mikan ga nanatsu";
export const minutes = (count: number) => vi.setSystemTime(new Date(Date.now() + count * 60_000));

// better-auth asks the system for the time, so here the system's clock is the one that is moved.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) });
  Object.assign(app, { clock: systemClock });
});
afterAll(() => void vi.useRealTimers());

export let email: string;
export let userId: UserId;
export let hash: string | undefined;

beforeEach(async () => {
  vi.setSystemTime(new Date(NOW));
  email = `${newId()}@office.example`;
  hash ??= await hashPassword(app, PASSWORD);
  const user = { email, name: "保健課 担当", passwordHash: hash };
  await asSignIn(app, async (access) => {
    userId = (await insertUser(access, user))!;
    const membership = { areaId: "sma-32-02" as AreaId, organisationId: OPERATOR, userId };
    await insertMembership(access, { ...membership, role: "coordinator" });
  });
});

const addresses = (function* () {
  for (let n = 0; ; n++) yield `198.51.${n >> 8}.${n & 255}`;
})();
export const visitor = () => new Visitor(addresses.next().value!);

export async function signedIn(who = visitor()): Promise<Visitor> {
  who.take(expectOk(await signIn(app, who, { email, password: PASSWORD })).headers);
  return who;
}

/** Who is behind the session, and what is theirs. */
export async function own(who: Visitor) {
  const session = (await sessionOf(app, who.headers)).session!;
  return [session.owner, { user: userId, here: session.id, caller: who }] as const;
}

export async function withSecondFactor() {
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

export const logOf = (person: string) =>
  withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
    db(tx)
      .selectFrom("audit_entry")
      .select(["actor", "action", "outcome", "person", "area_id"])
      .where((eb) => eb.or([eb("actor", "=", person), eb("person", "=", person)]))
      .orderBy("id")
      .execute(),
  );
