import { symmetricEncrypt } from "better-auth/crypto";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { db, withRows } from "#platform/db/rows.ts";
import type { UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { NOW, testApp } from "#test/app.ts";
import { Visitor } from "#test/visitor.ts";
import { changePassword } from "../account/account.usecases.server.ts";
import { asSignIn } from "../sign-in-access.store.server.ts";
import { hashOldRecoveryCodes } from "./code.usecases.server.ts";
import { minutes, PASSWORD, signInSetup } from "./person.testing.ts";
import { sessionOf } from "./session.usecases.server.ts";
import { signIn, verifySecondFactor } from "./sign-in.usecases.server.ts";

const app = testApp();
const { person, visitor, signedIn, own, withSecondFactor } = signInSetup(
  app,
  NOW,
  (address) => new Visitor(address),
);
let email: string;
let userId: UserId;
beforeEach(() => {
  ({ email, userId } = person);
});

const logOf = (person: string) =>
  withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
    db(tx)
      .selectFrom("audit_entry")
      .select(["actor", "action", "outcome", "person", "area_id"])
      .where((eb) => eb.or([eb("actor", "=", person), eb("person", "=", person)]))
      .orderBy("id")
      .execute(),
  );

it("keeps of session tokens, challenges and recovery codes nothing that lets anybody in", async () => {
  const { who, recovery } = await withSecondFactor();
  const waiting = visitor();
  waiting.take(expectOk(await signIn(app, waiting, { email, password: PASSWORD })).headers);
  const { rows } = await asSignIn(app, (access) =>
    sql<{ all: string }>`select concat(s, t, v) as "all" from
      (select string_agg(x::text, '') as s from identity_session x) a,
      (select string_agg(x::text, '') as t from identity_two_factor x) b,
      (select string_agg(x::text, '') as v from identity_verification x) c`.execute(db(access)),
  );
  const cookies = [...who.cookies.values(), ...waiting.cookies.values()].map(
    (value) => decodeURIComponent(value).split(".")[0]!,
  );
  expect(cookies.length).toBeGreaterThan(2);
  for (const secret of [...cookies, ...recovery]) expect(rows[0]!.all).not.toContain(secret);
});

it("goes on with the recovery codes of before, which were encrypted, and hashes them in place", async () => {
  await withSecondFactor();
  const codes = ["abcde-fghjk", "mnpqr-stuvw"];
  const data = await symmetricEncrypt({ key: app.config.secret!, data: JSON.stringify(codes) });
  const write = (text: string) =>
    asSignIn(app, (access) =>
      sql`update identity_two_factor set backup_codes = ${text} where user_id = ${userId}`.execute(
        db(access),
      ),
    );
  const use = async (code: string) => {
    const who = visitor();
    who.take(expectOk(await signIn(app, who, { email, password: PASSWORD })).headers);
    return (await verifySecondFactor(app, who, { code, kind: "recovery" })).ok;
  };
  await write(data);
  expect(await use(codes[0]!)).toBe(true);
  expect(await use(codes[0]!)).toBe(false);
  await write(data);
  await hashOldRecoveryCodes(app);
  const { rows } = await asSignIn(app, (access) =>
    sql<{
      kept: string;
    }>`select backup_codes as kept from identity_two_factor where user_id = ${userId}`.execute(db(access)),
  );
  expect(JSON.parse(rows[0]!.kept)).toEqual([expect.stringMatching(/^h1:/), expect.stringMatching(/^h1:/)]);
  expect(await use(codes[1]!)).toBe(true);
});

describe("the second factor", () => {
  it("stands between the password and the session", async () => {
    const { code } = await withSecondFactor();
    const who = visitor();
    const step = expectOk(await signIn(app, who, { email, password: PASSWORD }));
    expect(step.next).toBe("second-factor");
    who.take(step.headers);
    expect((await sessionOf(app, who.headers)).session).toBeUndefined();
    expect(await verifySecondFactor(app, who, { code: "000000", kind: "totp" })).toMatchObject({
      error: { kind: "wrong" },
    });
    who.take(expectOk(await verifySecondFactor(app, who, { code: await code(), kind: "totp" })).headers);
    expect((await sessionOf(app, who.headers)).session).toMatchObject({
      state: "active",
      secondFactor: true,
    });
  });

  it("takes a code once, also of two who bring it at the same moment, and none of before it", async () => {
    const { code } = await withSecondFactor();
    const use = async (typed: string) => {
      const who = visitor();
      who.take(expectOk(await signIn(app, who, { email, password: PASSWORD })).headers);
      return verifySecondFactor(app, who, { code: typed, kind: "totp" });
    };
    const earlier = await code();
    minutes(0.5);
    const now = await code();
    const both = await Promise.all([use(now), use(now)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { kind: "wrong" } });
    expect(await use(earlier)).toMatchObject({ error: { kind: "wrong" } });
    minutes(0.5);
    expect((await use(await code())).ok).toBe(true);
  });

  it("that was wrong stands in the log under the account that it was tried on", async () => {
    await withSecondFactor();
    const who = visitor();
    who.take(expectOk(await signIn(app, who, { email, password: PASSWORD })).headers);
    await verifySecondFactor(app, who, { code: "000000", kind: "totp" });
    await verifySecondFactor(app, who, { code: "aaaaa-aaaaa", kind: "recovery" });
    const refused = (await logOf(userId)).filter(({ outcome }) => outcome === "refused");
    const tried = { actor: "<visitor>", action: "session.begin", person: userId, area_id: "sma-32-02" };
    expect(refused).toMatchObject([tried, tried]);
  });

  it("takes each recovery code once", async () => {
    const { recovery } = await withSecondFactor();
    expect(new Set(recovery).size).toBe(10);
    const use = async (code: string) => {
      const who = visitor();
      who.take(expectOk(await signIn(app, who, { email, password: PASSWORD })).headers);
      return verifySecondFactor(app, who, { code, kind: "recovery" });
    };
    expect((await use(recovery[0]!)).ok).toBe(true);
    expect(await use(recovery[0]!)).toMatchObject({ error: { kind: "wrong" } });
    expect((await use(recovery[1]!)).ok).toBe(true);
  });

  it("gives five tries a challenge, and locks nobody out by failing them", async () => {
    const { code } = await withSecondFactor();
    const guesser = visitor();
    guesser.take(expectOk(await signIn(app, guesser, { email, password: PASSWORD })).headers);
    const kinds = [];
    for (let n = 0; n < 7; n++) {
      const result = await verifySecondFactor(app, guesser, { code: "123123", kind: "totp" });
      kinds.push(result.ok ? "in" : result.error.kind);
    }
    expect(kinds).toEqual(["wrong", "wrong", "wrong", "wrong", "wrong", "expired", "expired"]);
    const who = visitor();
    who.take(expectOk(await signIn(app, who, { email, password: PASSWORD })).headers);
    expect((await verifySecondFactor(app, who, { code: await code(), kind: "totp" })).ok).toBe(true);
  });

  it("does not begin without the password step", async () => {
    expect(await verifySecondFactor(app, visitor(), { code: "123456", kind: "totp" })).toMatchObject({
      error: { kind: "expired" },
    });
  });

  it("is asked of staff before anything else, outside the demonstration", async () => {
    const production = { ...app, config: { ...app.config, mode: "production" as const } };
    const who = await signedIn();
    const before = await sessionOf(production, who.headers);
    expect(before).toMatchObject({ actor: { kind: "visitor" }, session: { state: "incomplete" } });
    const { who: done } = await withSecondFactor();
    expect(await sessionOf(production, done.headers)).toMatchObject({
      actor: { kind: "person" },
      session: { state: "active" },
    });
  });
});

it("takes a changed password for no proof of who has a second factor besides", async () => {
  const { who } = await withSecondFactor();
  minutes(12);
  expect((await sessionOf(app, who.headers)).session?.fresh).toBe(false);
  const change = { current: PASSWORD, next: "furui tatami no nioi ga suki" };
  who.take(expectOk(await changePassword(app, ...(await own(who)), change)));
  expect((await sessionOf(app, who.headers)).session).toMatchObject({ state: "active", fresh: false });
});
