import { describe, expect, it } from "vitest";
import type { Person } from "#foundation/actors/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { NOW, testApp } from "#test/app.ts";
import { person as somebody } from "#test/person.ts";
import { Visitor } from "#test/visitor.ts";
import { MEMBER_LIST } from "../people/membership.present.ts";
import { OPERATOR } from "../people/membership.schema.ts";
import { minutes, signInSetup } from "../sign-in/person.testing.ts";
import { invite } from "./invitation.usecases.server.ts";
import { changeRole, endMembership, listMembers } from "./membership.usecases.server.ts";

const app = testApp();
const { person } = signInSetup(app, NOW, (address) => new Visitor(address));
const AREA = "sma-32-02" as AreaId;
const office = () => ({ ...(somebody("coordinator", AREA) as Person), provenAt: new Date() });
const administrator = () => ({ ...(somebody("administrator", AREA) as Person), provenAt: new Date() });
const everything = { actor: "<test>", areas: "all" } as const;

const memberOf = async (email: string) =>
  expectOk(
    await listMembers(app, administrator(), {
      list: readList(MEMBER_LIST, new URLSearchParams({ q: email })),
    }),
  ).members.rows;
const history = (user: string) =>
  withRows(app.db, everything, (access) =>
    db(access)
      .selectFrom("membership")
      .select(["role", "since", "until"])
      .where("user_id", "=", user)
      .orderBy("since")
      .execute(),
  );

describe("changing a role", () => {
  it("ends the old membership and begins the new one, and both stay in the history", async () => {
    const { id } = (await memberOf(person.email))[0]!;
    minutes(5);
    const made = expectOk(await changeRole(app, office(), { id, role: "provider" }));
    expect(await memberOf(person.email)).toMatchObject([{ id: made.id, role: "provider" }]);
    const now = new Date();
    expect(await history(person.userId)).toEqual([
      { role: "coordinator", since: new Date(NOW), until: now },
      { role: "provider", since: now, until: null },
    ]);
    expect(await endMembership(app, office(), { id })).toMatchObject({ error: { kind: "conflict" } });
    expect(await changeRole(app, office(), { id, role: "member" })).toMatchObject({
      error: { kind: "not-found" },
    });
  });

  it("needs a fresh proof, and lets nobody hand out what only administrators do, nor the role that is held", async () => {
    const { id } = (await memberOf(person.email))[0]!;
    const stale = { ...office(), provenAt: new Date(Date.now() - 10 * 60_000) };
    expect(await changeRole(app, stale, { id, role: "provider" })).toMatchObject({
      error: { kind: "stale" },
    });
    for (const role of ["administrator", "auditor"] as const)
      expect(await changeRole(app, office(), { id, role })).toMatchObject({ error: { kind: "forbidden" } });
    expect(await changeRole(app, office(), { id, role: "coordinator" })).toMatchObject({
      error: { kind: "invalid" },
    });
    expectOk(await changeRole(app, administrator(), { id, role: "administrator" }));
    const [now] = await memberOf(person.email);
    expect(await changeRole(app, office(), { id: now!.id, role: "provider" })).toMatchObject({
      error: { kind: "forbidden" },
    });
  });

  it("does not take one's own last role of administrator", async () => {
    const [first] = await memberOf(person.email);
    const { id } = expectOk(await changeRole(app, administrator(), { id: first!.id, role: "administrator" }));
    const own = { ...administrator(), userId: person.userId };
    expect(await changeRole(app, own, { id, role: "member" })).toMatchObject({
      error: { kind: "conflict", message: expect.stringContaining("最後") },
    });
    expect(await memberOf(person.email)).toMatchObject([{ role: "administrator" }]);
  });
});

describe("an invitation that is sent again", () => {
  const offer = { organisation: OPERATOR, role: "provider" } as const;
  const national = () => ({
    ...(somebody("administrator", "jp" as AreaId) as Person),
    reach: "all" as const,
    provenAt: new Date(),
  });
  const send = async (email: string, name = "担当") =>
    expectOk(await invite(app, national(), offer, { email, name }))
      .link.split("/")
      .at(-1)!;
  const standing = async (email: string) =>
    expectOk(await listMembers(app, national(), {})).invitations.filter((one) => one.email === email);
  const opens = async (token: string) => (await openLink(app, token, "invitation")).ok;

  it("is one, however often the button is pressed, and each of the links leads to it", async () => {
    const email = "ten-times@office.example";
    const tokens = await Promise.all(Array.from({ length: 10 }, () => send(email)));
    expect(await standing(email)).toHaveLength(1);
    const subjects = await Promise.all(
      tokens.map(async (token) => expectOk(await openLink(app, token, "invitation")).link.subject),
    );
    expect(new Set(subjects).size).toBe(1);
  });

  it("begins anew days later: the new link counts, the old one does not", async () => {
    const email = "renewed@office.example";
    const old = await send(email);
    minutes(3 * 24 * 60);
    const renewed = await send(email, "新しい名前");
    expect([await opens(old), await opens(renewed)]).toEqual([false, true]);
    expect(await standing(email)).toMatchObject([
      { name: "新しい名前", expiresAt: new Date(Date.parse(NOW) + 10 * 86_400_000) },
    ]);
  });
});
