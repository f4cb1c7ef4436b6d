import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { scopeOf } from "#foundation/actors/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import type { UserId } from "#platform/kernel/ids.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { NOW, testApp } from "#test/app.ts";
import { Visitor } from "#test/visitor.ts";
import {
  changePassword,
  confirmSecondFactor,
  endOtherSessions,
  endSession,
  readAccount,
  signOut,
  withPassword,
} from "../account/account.usecases.server.ts";
import { insertUser } from "../people/user.store.server.ts";
import { asSignIn } from "../sign-in-access.store.server.ts";
import { LIMITS } from "./attempt.rules.ts";
import { minutes, PASSWORD, signInSetup } from "./person.testing.ts";
import { hashOfToken } from "./session.rules.ts";
import { sessionOf } from "./session.usecases.server.ts";
import { mayTry, signIn } from "./sign-in.usecases.server.ts";

const app = testApp();
const { person, visitor, signedIn, own } = signInSetup(app, NOW, (address) => new Visitor(address));
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

describe("signing in with a password", () => {
  it("makes the person an actor with memberships, and writes it down", async () => {
    const who = await signedIn();
    const { actor, session } = await sessionOf(app, who.headers);
    expect(session).toMatchObject({ state: "active", email, roles: ["coordinator"] });
    expect(actor).toMatchObject({
      kind: "person",
      userId,
      memberships: [{ role: "coordinator", areas: ["sma-32-02"] }],
      reach: ["sma-32-02"],
    });
    expect(await logOf(userId)).toMatchObject([
      { action: "session.begin", outcome: "granted", area_id: "sma-32-02" },
    ]);
  });

  it("answers a wrong password and an unknown address alike, and names neither in the answer", async () => {
    const wrong = await signIn(app, visitor(), { email, password: "not the password at all" });
    const unknown = await signIn(app, visitor(), { email: "nobody@office.example", password: PASSWORD });
    expect(wrong).toEqual({ ok: false, error: { kind: "wrong" } });
    expect(unknown).toEqual(wrong);
    expect(await logOf(userId)).toMatchObject([
      { actor: "<visitor>", action: "session.begin", outcome: "refused", person: userId },
    ]);
  });

  it("keeps its cookies from scripts and other sites, and on https from the open line", async () => {
    const step = expectOk(await signIn(app, visitor(), { email, password: PASSWORD }));
    const cookies = step.headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split("=")[0])).toEqual(["yui.session_token", "yui.device"]);
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly; SameSite=Lax$/);

    const https = { ...app, config: { ...app.config, origin: "https://yui.example" } };
    const secure = expectOk(await signIn(https, visitor(), { email, password: PASSWORD }));
    expect(secure.headers.getSetCookie()).toHaveLength(2);
    for (const cookie of secure.headers.getSetCookie()) {
      expect(cookie).toMatch(/^__Secure-yui\./);
      expect(cookie).toMatch(/; Secure/);
    }
  });

  it("goes on with a session of before, whose token the migration has hashed", async () => {
    const token = "r5NQ4ThCzGQ0nVxW7mHk2bLd9sYfPa1e";
    const { rows } = await sql<{ hash: string }>`
      select translate(rtrim(encode(sha256(convert_to(${token}, 'UTF8')), 'base64'), '='), '+/', '-_') as hash`.execute(
      app.db,
    );
    expect(rows).toEqual([{ hash: hashOfToken(token) }]);
  });

  it("takes no cookie that it did not sign", async () => {
    const who = await signedIn();
    const [token] = decodeURIComponent(who.cookies.get("yui.session_token")!).split(".");
    for (const forged of [token!, `${token}.`, `${token}.${btoa("x".repeat(32))}`, "%E0%A4%A"]) {
      who.cookies.set("yui.session_token", forged);
      expect(await sessionOf(app, who.headers)).toMatchObject({ actor: { kind: "visitor" } });
    }
  });

  it("ends with signing out, everywhere on wish, and after a working day", async () => {
    const first = await signedIn();
    const second = await signedIn();
    const copy = new Headers(second.headers);
    expectOk(await endOtherSessions(app, ...(await own(first))));
    expect((await sessionOf(app, second.headers)).session).toBeUndefined();
    expect(expectOk(await readAccount(app, ...(await own(first)))).sessions).toHaveLength(1);
    const third = await signedIn();
    const kept = new Headers(third.headers);
    third.take(expectOk(await signOut(app, ...(await own(third)))));
    expect(third.cookies.has("yui.session_token")).toBe(false);
    for (const headers of [copy, kept]) expect((await sessionOf(app, headers)).session).toBeUndefined();
    for (let hour = 0; hour < 12 * 3; hour++) {
      await sessionOf(app, first.headers);
      minutes(20);
    }
    expect((await sessionOf(app, first.headers)).session).toBeUndefined();
  });
});

describe("one's own account", () => {
  it("is nobody else's to look at or to change, and the database would hold them off too", async () => {
    const stranger = await signedIn();
    const [owner, target] = await own(stranger);
    const other = `${newId()}@office.example`;
    const user = await asSignIn(app, (access) =>
      insertUser(access, { email: other, name: "別の担当", passwordHash: person.hash }),
    );
    const who = visitor();
    who.take(expectOk(await signIn(app, who, { email: other, password: PASSWORD })).headers);
    const theirs = { ...target, user: user! };
    for (const refused of [
      await readAccount(app, owner, theirs),
      await endOtherSessions(app, owner, theirs),
      await endSession(app, owner, theirs, { session: "s" }),
      await changePassword(app, owner, theirs, { current: PASSWORD, next: "x" }),
    ])
      expect(refused).toMatchObject({ error: { kind: "forbidden" } });
    const seen = await withRows(app.db, scopeOf(owner), (access) =>
      db(access).selectFrom("identity_session").select("user_id").execute(),
    );
    expect(seen).toEqual([{ user_id: userId }]);
    expect((await sessionOf(app, who.headers)).session?.state).toBe("active");
  });

  it("ends the one session that is named", async () => {
    const here = await signedIn();
    const there = await signedIn();
    const [, elsewhere] = await own(there);
    expectOk(await endSession(app, ...(await own(here)), { session: elsewhere.here }));
    expect((await sessionOf(app, there.headers)).session).toBeUndefined();
    expect((await sessionOf(app, here.headers)).session?.state).toBe("active");
  });

  it("takes a new password from who knows the old one, ends the other sessions, and counts guesses", async () => {
    const who = await signedIn();
    const other = await signedIn();
    const next = "furui tatami no nioi ga suki";
    const change = async (current: string) => {
      const [owner, target] = await own(who);
      const session = (await sessionOf(app, who.headers)).session!;
      return withPassword({ caller: who, session }, changePassword, "current")(app, owner, target, {
        current,
        next,
      });
    };
    expect(await change("not the password at all")).toMatchObject({
      error: { kind: "invalid", fields: { current: [expect.stringContaining("パスワードが違います")] } },
    });
    const weak = await changePassword(app, ...(await own(who)), { current: PASSWORD, next: "hamada" });
    expect(weak).toMatchObject({ error: { fields: { next: [expect.anything()] } } });
    who.take(expectOk(await change(PASSWORD)));
    expect((await sessionOf(app, who.headers)).session).toMatchObject({ state: "active", fresh: true });
    expect((await sessionOf(app, other.headers)).session).toBeUndefined();
    expect((await signIn(app, visitor(), { email, password: next })).ok).toBe(true);
    expect((await logOf(userId)).map(({ action, outcome }) => [action, outcome])).toContainEqual([
      "account.change-password",
      "granted",
    ]);
    for (let n = 0; n < LIMITS.device.failures; n++) await change("a wrong guess indeed");
    expect(await change(next)).toMatchObject({
      error: { fields: { current: [expect.stringContaining("しばらく")] } },
    });
  });

  it("leaves nothing behind of what the sign-in refused", async () => {
    const who = await signedIn();
    const before = await logOf(userId);
    expect(await confirmSecondFactor(app, ...(await own(who)), { code: "000000" })).toMatchObject({
      error: { fields: { code: [expect.anything()] } },
    });
    expect(await logOf(userId)).toEqual(before);
  });
});

describe("limits on guessing", () => {
  const wrong = (who: Visitor, of = email) =>
    signIn(app, who, { email: of, password: "a wrong guess indeed" });

  it("stops one address at one account, and nobody else", async () => {
    const guesser = visitor();
    for (let n = 0; n < LIMITS.pair.failures; n++)
      expect(await wrong(guesser)).toMatchObject({ error: { kind: "wrong" } });
    expect(await wrong(guesser)).toMatchObject({ error: { kind: "too-many" } });
    // Not even with the right password, or each refusal would tell whether the next guess was right.
    expect(await signIn(app, guesser, { email, password: PASSWORD })).toMatchObject({
      error: { kind: "too-many" },
    });
    expect((await signIn(app, visitor(), { email, password: PASSWORD })).ok).toBe(true);
    // Whoever goes on all the same fills no log: the first that was not looked at is written down, and no more.
    for (let n = 0; n < 5; n++) await wrong(guesser);
    const refused = (await logOf(userId)).filter(({ outcome }) => outcome === "refused");
    expect(refused).toHaveLength(LIMITS.pair.failures + 1);
    minutes(LIMITS.pair.minutes);
    expect((await signIn(app, guesser, { email, password: PASSWORD })).ok).toBe(true);
  });

  it("lets a device that was here before in, however badly its neighbours guess", async () => {
    const neighbour = await signedIn();
    const guesser = new Visitor(neighbour.address);
    for (let n = 0; n <= LIMITS.pair.failures; n++) await wrong(guesser);
    expect(await wrong(guesser)).toMatchObject({ error: { kind: "too-many" } });
    neighbour.cookies.delete("yui.session_token");
    expect((await signIn(app, neighbour, { email, password: PASSWORD })).ok).toBe(true);
  });

  it("does not take one account's device for another's", async () => {
    const who = await signedIn();
    const other = `${newId()}@office.example`;
    for (let n = 0; n < LIMITS.pair.failures; n++) await wrong(who, other);
    expect(await wrong(who, other)).toMatchObject({ error: { kind: "too-many" } });
  });

  // Counting alone: what stands between two counts is a slow hash.
  it("stops a list of accounts tried from one address", async () => {
    const guesser = visitor();
    const allowed = [];
    for (let n = 0; n <= LIMITS.address.failures; n++)
      allowed.push(await mayTry(app, guesser, `nobody-${n}@office.example`));
    expect(allowed.filter(Boolean)).toHaveLength(LIMITS.address.failures);
    expect(await wrong(guesser)).toMatchObject({ error: { kind: "too-many" } });
    expect(await mayTry(app, visitor(), "nobody-1@office.example")).toBe(true);
  });

  it("counts guesses that come at once", async () => {
    const guesser = visitor();
    const results = await Promise.all(Array.from({ length: 12 }, () => wrong(guesser)));
    const kinds = results.map((result) => (result.ok ? "in" : result.error.kind));
    expect(kinds.filter((kind) => kind === "wrong")).toHaveLength(LIMITS.pair.failures);
    expect(kinds.filter((kind) => kind === "too-many")).toHaveLength(12 - LIMITS.pair.failures);
  });

  it("forgives what came before a success", async () => {
    const who = visitor();
    for (let round = 0; round < 2; round++) {
      for (let n = 1; n < LIMITS.pair.failures; n++) expect(await mayTry(app, who, email)).toBe(true);
      await signedIn(who);
      who.cookies.clear();
    }
    expect(await wrong(who)).toMatchObject({ error: { kind: "wrong" } });
  });
});

describe("the idle lock", () => {
  it("locks after 30 minutes without a request, not before, and opens with the password", async () => {
    const who = await signedIn();
    minutes(29);
    expect((await sessionOf(app, who.headers)).session?.state).toBe("active");
    minutes(29);
    expect((await sessionOf(app, who.headers)).session?.state).toBe("active");
    minutes(30);
    const locked = await sessionOf(app, who.headers);
    expect(locked).toMatchObject({ actor: { kind: "visitor" }, session: { state: "locked", email } });
    expect((await sessionOf(app, who.headers)).session?.state).toBe("locked");

    const old = new Headers(who.headers);
    const opened = await signIn(app, who, { email, password: PASSWORD }, "session.unlock");
    who.take(expectOk(opened).headers);
    expect((await sessionOf(app, who.headers)).session?.state).toBe("active");
    expect((await sessionOf(app, old)).session).toBeUndefined();
    expect((await logOf(userId)).map((entry) => entry.action)).toEqual(["session.begin", "session.unlock"]);
  });
});
