import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor, Role } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { loadDemonstrationOrganisations, sampleOrganisationId } from "#foundation/organisations/public.ts";
import { db, tables, withRows } from "#platform/db/rows.ts";
import { systemClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { NOW, testApp } from "#test/app.ts";
import { Visitor } from "#test/visitor.ts";
import {
  DEMONSTRATION_ACCOUNTS,
  DEMONSTRATION_PASSWORD,
} from "../demonstration/demonstration-account.schema.ts";
import {
  loadDemonstrationUsers,
  refuseDemonstrationAccounts,
} from "../demonstration/demonstration-account.usecases.server.ts";
import { findUserByEmail } from "../people/user.store.server.ts";
import { actorOfUser, sessionOf } from "../sign-in/session.usecases.server.ts";
import { signIn } from "../sign-in/sign-in.usecases.server.ts";
import { asSignIn } from "../sign-in-access.store.server.ts";
import { accept, inviteAgain, inviteByForm, readInvitation, withdraw } from "./invitation.usecases.server.ts";
import { joining } from "./joining.usecases.server.ts";
import { endMembership, listMembers } from "./membership.usecases.server.ts";

const app = testApp();
const HAMADA = "sma-32-02" as AreaId;
const CITY = sampleOrganisationId(HAMADA, "浜田市");
const SAGAMIHARA = sampleOrganisationId("14150" as AreaId, "相模原市保健所");
const PASSWORD = "kotatsu no mikan ga nanatsu";

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) });
  Object.assign(app, { clock: systemClock });
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
  await loadDemonstrationUsers(app);
}, 60_000);
afterAll(() => void vi.useRealTimers());

const actorNamed = (email: string): Promise<Actor> =>
  asSignIn(app, async (access) => {
    const user = (await findUserByEmail(access, email))!;
    return actorOfUser(access, user.id, user.name);
  });
const accountOf = (role: Role) => DEMONSTRATION_ACCOUNTS.find((account) => account.role === role)!.email;
const coordinator = () => actorNamed(accountOf("coordinator"));

const offer = (email: string, over: object = {}) => ({
  organisation: CITY,
  role: "provider",
  name: "保健課 担当",
  email,
  ...over,
});
const invite = (actor: Actor, form: object) => inviteByForm(app, actor, {}, form);
const tokenOf = (link: string) => link.split("/").at(-1)!;

/** What is behind the link of that token; undefined where it is over. */
async function behind(token: string) {
  const opened = await openLink(app, token, "invitation");
  if (!opened.ok) return undefined;
  const { holder, link } = opened.value;
  const read = await readInvitation(app, holder, { id: link.subject });
  return read.ok ? { ...read.value, holder, id: link.subject } : undefined;
}

async function joinBy(token: string, typed: { name: string; password: string }, who = new Visitor()) {
  const { holder, id } = (await behind(token))!;
  return joining(who)(app, holder, { id }, typed);
}

describe("the demonstration's accounts", () => {
  it("stand where their organisations are, reach their areas, and sign in with the printed password", async () => {
    const hamada = await coordinator();
    expect(hamada).toMatchObject({
      memberships: [{ role: "coordinator", areas: [HAMADA, "phc-32-hamada"] }],
    });
    expect(hamada).toMatchObject({
      reach: expect.arrayContaining([HAMADA, "phc-32-hamada", "32202", "32207"]),
      facts: expect.arrayContaining([HAMADA, "32", "32202", "32207", "jp", "lso-32-hamada"]),
    });
    // Facts of the prefecture are theirs to compare with; its own rows are not.
    for (const above of ["32", "jp", "lso-32-hamada"])
      expect(hamada).not.toMatchObject({ reach: expect.arrayContaining([above]) });
    expect(hamada).not.toMatchObject({ facts: expect.arrayContaining(["14150"]) });
    expect(await actorNamed(accountOf("auditor"))).toMatchObject({ reach: "all" });
    const step = await signIn(app, new Visitor(), {
      email: accountOf("workplace"),
      password: DEMONSTRATION_PASSWORD,
    });
    expect(step.ok).toBe(true);
  });

  it("are seen in a list whose entry in the log says who was shown, and to whom", async () => {
    const actor = await coordinator();
    const members = expectOk(await listMembers(app, actor, {})).members.rows;
    expect(members.length).toBeGreaterThan(1);
    const [entry] = await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
      tables(tx)
        .selectFrom("auditEntry")
        .select(["actor", "shown"])
        .where("action", "=", "member.list")
        .orderBy("id", "desc")
        .limit(1)
        .execute(),
    );
    expect(entry).toMatchObject({ actor: (actor as { userId: string }).userId });
    expect(entry!.shown).toEqual(expect.arrayContaining(members.map(({ userId }) => `user:${userId}`)));
  });

  it("are the same after loading again, and keep production from starting", async () => {
    const before = expectOk(await listMembers(app, await actorNamed(accountOf("administrator")), {}));
    await loadDemonstrationUsers(app);
    const after = expectOk(await listMembers(app, await actorNamed(accountOf("administrator")), {}));
    expect(after.members).toEqual(before.members);
    expect(after.members.rows).toHaveLength(
      DEMONSTRATION_ACCOUNTS.flatMap(({ role, also }) => [role, ...also]).length,
    );
    await expect(refuseDemonstrationAccounts(app)).rejects.toThrow(/demonstration accounts/);
  });
});

describe("inviting", () => {
  it("makes a link that brings one new person in, once", async () => {
    const { link, mailed } = expectOk(await invite(await coordinator(), offer("new@city.example")));
    expect(mailed).toBe(false);
    const token = tokenOf(link);
    const found = (await behind(token))!;
    expect(found).toMatchObject({ invitation: { organisation: "浜田市" }, known: false });

    const weak = await joinBy(token, { name: "保健課", password: "hamada" });
    expect(weak).toMatchObject({ ok: false, error: { kind: "invalid", fields: { password: [/13文字/] } } });
    expect(await joinBy(token, { name: " ", password: PASSWORD })).toMatchObject({
      error: { fields: { name: [/入力/] } },
    });

    const both = await Promise.all([1, 2].map(() => joinBy(token, { name: "保健課", password: PASSWORD })));
    expect(both.map((result) => result.ok).sort()).toEqual([false, true]);
    const who = new Visitor();
    who.take(expectOk(both.find((result) => result.ok)!));
    const { actor, session } = await sessionOf(app, who.headers);
    expect(actor).toMatchObject({ memberships: [{ role: "provider", organisationId: CITY }] });
    expect(await behind(token)).toBeUndefined();
    // Who knows the link still opens nothing with what it was.
    const late = await joining(new Visitor())(app, found.holder, { id: found.id }, { password: PASSWORD });
    expect(late).toMatchObject({ error: { kind: "not-found" } });
    expect(await entriesAbout(session!.userId)).toContainEqual({
      ...{ actor: "<link:invitation>", action: "member.accept", outcome: "granted" },
    });
  });

  it("asks somebody who is known already to sign in first, as the one invited", async () => {
    const email = accountOf("member");
    const { link } = expectOk(await invite(await coordinator(), offer(email)));
    const { holder, id, known } = (await behind(tokenOf(link)))!;
    expect(known).toBe(true);
    expect(await joinBy(tokenOf(link), { name: "x", password: PASSWORD })).toMatchObject({
      error: { kind: "conflict" },
    });
    const userOf = async (address: string) => {
      const actor = await actorNamed(address);
      return actor.kind === "person" ? actor.userId : "";
    };
    for (const user of ["nobody", await userOf(accountOf("workplace"))])
      expect(await accept(app, holder, { id, user })).toMatchObject({ error: { kind: "conflict" } });
    const user = await userOf(email);
    expect(await accept(app, await actorNamed(email), { id, user })).toMatchObject({ ok: false });
    expectOk(await accept(app, holder, { id, user }));
    expect(await accept(app, holder, { id, user })).toMatchObject({ error: { kind: "not-found" } });
    const who = new Visitor();
    who.take(expectOk(await signIn(app, who, { email, password: DEMONSTRATION_PASSWORD })).headers);
    expect((await sessionOf(app, who.headers)).session?.roles).toEqual(["member", "provider"]);
  });

  it("ends after a week, and when it is withdrawn", async () => {
    const actor = await coordinator();
    const late = tokenOf(expectOk(await invite(actor, offer("late@city.example"))).link);
    const taken = tokenOf(expectOk(await invite(actor, offer("taken@city.example"))).link);
    const open = expectOk(await listMembers(app, actor, {})).invitations;
    const { id } = open.find((one) => one.email === "taken@city.example")!;
    const stranger = await actorNamed("jimukyoku@sagamihara-hokenjo.example");
    expect(await withdraw(app, stranger, { id })).toMatchObject({ error: { kind: "not-found" } });
    const provider = await actorNamed(accountOf("provider"));
    expect(await withdraw(app, provider, { id })).toMatchObject({ error: { kind: "forbidden" } });
    expectOk(await withdraw(app, actor, { id }));
    expect(await behind(taken)).toBeUndefined();
    const found = (await behind(late))!;
    vi.setSystemTime(new Date(Date.parse(NOW) + 7 * 86_400_000));
    expect(await behind(late)).toBeUndefined();
    expect(
      await joining(new Visitor())(app, found.holder, { id: found.id }, { name: "n", password: PASSWORD }),
    ).toMatchObject({ error: { kind: "not-found" } });
    vi.setSystemTime(new Date(NOW));
  });

  it("is offered anew by a new link, while it stands and when its week is over", async () => {
    const actor = await coordinator();
    const email = "again@city.example";
    const first = tokenOf(expectOk(await invite(actor, offer(email))).link);
    const standing = async () => expectOk(await listMembers(app, actor, {})).invitations;
    const { id } = (await standing()).find((one) => one.email === email)!;
    const second = tokenOf(expectOk(await inviteAgain(app, actor, { id })).link);
    expect(await behind(first)).toBeUndefined();
    expect(await behind(second)).toBeDefined();
    vi.setSystemTime(new Date(Date.parse(NOW) + 8 * 86_400_000));
    expect(await behind(second)).toBeUndefined();
    expect((await standing()).map((one) => one.id)).toContain(id);
    const third = tokenOf(expectOk(await inviteAgain(app, actor, { id })).link);
    expect(await behind(third)).toMatchObject({ invitation: { email, organisation: "浜田市" } });
    vi.setSystemTime(new Date(NOW));
    const provider = await actorNamed(accountOf("provider"));
    expect(await inviteAgain(app, provider, { id })).toMatchObject({ error: { kind: "forbidden" } });
    expectOk(await withdraw(app, actor, { id }));
    expect(await inviteAgain(app, actor, { id })).toMatchObject({ error: { kind: "conflict" } });
  });

  it("stays within one's own area and below the reserved roles", async () => {
    const actor = await coordinator();
    for (const over of [{ organisation: SAGAMIHARA }, { role: "administrator" }, { role: "auditor" }])
      expect(await invite(actor, offer("x@city.example", over))).toMatchObject({
        error: { kind: "invalid" },
      });
    for (const role of ["provider", "workplace", "member", "caseworker"] as const)
      expect(await invite(await actorNamed(accountOf(role)), offer("x@city.example"))).toMatchObject({
        ok: false,
      });
    const administrator = await actorNamed(accountOf("administrator"));
    expect((await invite(administrator, offer("x@city.example", { role: "auditor" }))).ok).toBe(true);
  });

  it("names each field that needs mending", async () => {
    const empty = { organisation: "", role: "", name: " ", email: "x" };
    expect(await invite(await coordinator(), empty)).toMatchObject({
      error: { fields: { organisation: [/選/], role: [/選/], name: [/入力/], email: [/形/] } },
    });
  });

  it("keeps links that were sent before secrets had a table of their own", async () => {
    const { link } = expectOk(await invite(await coordinator(), offer("before@city.example")));
    const token = tokenOf(link);
    // As a token was kept then: its SHA-256, in base64url, which is how links keep it.
    const rows = await withRows(app.db, { actor: "<test>", areas: "all" }, (access) =>
      tables(access)
        .selectFrom("link")
        .select(["purpose", "subjectType"])
        .where("tokenHash", "=", createHash("sha256").update(token).digest("base64url"))
        .execute(),
    );
    expect(rows).toEqual([{ purpose: "invitation", subjectType: "invitation" }]);
  });
});

const entriesAbout = (person: string) =>
  withRows(app.db, { actor: "<test>", areas: "all" }, (access) =>
    db(access)
      .selectFrom("audit_entry")
      .select(["actor", "action", "outcome"])
      .where("person", "=", person)
      .execute(),
  );

describe("ending a membership", () => {
  it("takes effect at once, is not for one's own, and not for strangers", async () => {
    const actor = await coordinator();
    const members = expectOk(await listMembers(app, actor, {})).members.rows;
    expect(members.some((member) => member.email === "jimukyoku@sagamihara-hokenjo.example")).toBe(false);
    const own = members.find((member) => actor.kind === "person" && member.userId === actor.userId)!;
    expect(await endMembership(app, actor, { id: own.id })).toMatchObject({ error: { kind: "conflict" } });
    const workplace = members.find((member) => member.email === accountOf("workplace"))!;
    const stranger = await actorNamed("jimukyoku@sagamihara-hokenjo.example");
    expect(await endMembership(app, stranger, { id: workplace.id })).toMatchObject({
      error: { kind: "not-found" },
    });
    expectOk(await endMembership(app, actor, { id: workplace.id }));
    expect(await endMembership(app, actor, { id: workplace.id })).toMatchObject({
      error: { kind: "conflict" },
    });
    expect(await actorNamed(workplace.email)).toMatchObject({ memberships: [], reach: [] });
  });
});
