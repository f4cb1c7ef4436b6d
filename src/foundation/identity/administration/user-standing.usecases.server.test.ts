import { describe, expect, it } from "vitest";
import { type Person, service } from "#foundation/actors/public.ts";
import { openLink } from "#foundation/links/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { NOW, testApp } from "#test/app.ts";
import { person as somebody } from "#test/person.ts";
import { Visitor } from "#test/visitor.ts";
import { listMembers, readMember } from "../members/membership.usecases.server.ts";
import { MEMBER_LIST } from "../people/membership.present.ts";
import { minutes, PASSWORD, signInSetup } from "../sign-in/person.testing.ts";
import { RESET_PURPOSE } from "../sign-in/reset.usecases.server.ts";
import { sessionOf } from "../sign-in/session.usecases.server.ts";
import { signIn, verifySecondFactor } from "../sign-in/sign-in.usecases.server.ts";
import {
  disableUser,
  enableUser,
  endSessions,
  resetSecondFactor,
  sendPasswordReset,
} from "./user-standing.usecases.server.ts";

const app = testApp();
const { person, visitor, signedIn, withSecondFactor } = signInSetup(
  app,
  NOW,
  (address) => new Visitor(address),
);
const AREA = "sma-32-02" as AreaId;
const administrator = somebody("administrator", AREA) as Person;
const coordinator = somebody("coordinator", AREA);
const cli = service("cli");
const enter = (password = PASSWORD, who = visitor()) => signIn(app, who, { email: person.email, password });

async function membershipOf(email: string) {
  const { members } = expectOk(
    await listMembers(app, administrator, { list: readList(MEMBER_LIST, new URLSearchParams({ q: email })) }),
  );
  return members.rows[0]!;
}

describe("a user who is disabled", () => {
  it("is out at once, is told so only with the right password, and comes in again when enabled", async () => {
    const inside = await signedIn();
    const { id } = await membershipOf(person.email);
    expectOk(await disableUser(app, administrator, { id }));
    expect((await sessionOf(app, inside.headers)).session).toBeUndefined();
    expect(await enter()).toMatchObject({ error: { kind: "disabled" } });
    expect(await enter("not the password at all")).toMatchObject({ error: { kind: "wrong" } });
    expect(await membershipOf(person.email)).toMatchObject({ disabled: true });
    expectOk(await enableUser(app, administrator, { id }));
    expect((await enter()).ok).toBe(true);
  });

  it("does not come in by a second factor that was waiting, nor sets a new password by a link", async () => {
    const { code } = await withSecondFactor();
    const sent = expectOk(await sendPasswordReset(app, cli, { email: person.email }));
    const waiting = visitor();
    waiting.take(expectOk(await enter(PASSWORD, waiting)).headers);
    expectOk(await disableUser(app, cli, { email: person.email }));
    expect((await verifySecondFactor(app, waiting, { code: await code(), kind: "totp" })).ok).toBe(false);
    const token = sent.link!.split("/").at(-1)!;
    expect((await openLink(app, token, RESET_PURPOSE)).ok).toBe(false);
    expect(await sendPasswordReset(app, cli, { email: person.email })).toMatchObject({
      error: { kind: "conflict" },
    });
  });

  it("is stopped by administrators of the area alone, who have just shown who they are, and not by oneself", async () => {
    const { id, userId } = await membershipOf(person.email);
    const early = { ...administrator, provenAt: new Date(Date.now() - 11 * 60_000) };
    for (const stop of [disableUser, enableUser, resetSecondFactor])
      expect(await stop(app, early, { id })).toMatchObject({ error: { kind: "stale" } });
    for (const stop of [disableUser, enableUser, resetSecondFactor, endSessions, sendPasswordReset]) {
      expect(await stop(app, coordinator, { id })).toMatchObject({ error: { kind: "forbidden" } });
      const foreign = somebody("administrator", "14150" as AreaId);
      expect(await stop(app, foreign, { id })).toMatchObject({ ok: false });
    }
    expect(await disableUser(app, { ...administrator, userId }, { id })).toMatchObject({
      error: { kind: "conflict", message: expect.stringContaining("自分") },
    });
    expect((await enter()).ok).toBe(true);
  });
});

describe("what an administrator does for a user", () => {
  it("ends every session, and shows the day of the last sign-in", async () => {
    const devices = [await signedIn(), await signedIn()];
    const { id } = await membershipOf(person.email);
    expectOk(await endSessions(app, administrator, { id }));
    for (const { headers } of devices) expect((await sessionOf(app, headers)).session).toBeUndefined();
    const read = expectOk(await readMember(app, administrator, { id }));
    expect(read).toMatchObject({ mayStop: true, member: { lastSignInAt: new Date(NOW) } });
    expect(expectOk(await readMember(app, coordinator, { id })).mayStop).toBe(false);
    minutes(1);
  });

  it("sends the link for a new password and is never shown it; the machine is, where there is no mail", async () => {
    const { id } = await membershipOf(person.email);
    expect(expectOk(await sendPasswordReset(app, administrator, { id }))).toEqual({ email: person.email });
    const { link } = expectOk(await sendPasswordReset(app, cli, { email: person.email }));
    expect(link).toMatch(/\/sign-in\/reset\/[\w-]{43}$/);
    expect(await sendPasswordReset(app, cli, { email: "nobody@office.example" })).toMatchObject({
      error: { kind: "not-found" },
    });
  });
});
