import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor, Role } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations, sampleOrganisationId } from "#foundation/organisations/public.ts";
import { withRows } from "#platform/db/rows.ts";
import { systemClock } from "#platform/kernel/clock.ts";
import type { AreaId, UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { NOW, testApp } from "#test/app.ts";
import { Visitor } from "#test/visitor.ts";
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from "../demonstration/schema.ts";
import { loadDemonstrationUsers, refuseDemonstrationAccounts } from "../demonstration/usecases.server.ts";
import { actorOfUser, sessionOf } from "../sign-in/session/usecases.server.ts";
import { signIn } from "../sign-in/usecases.server.ts";
import { IDENTITY_SCOPE } from "../store.server.ts";
import { findUserByEmail } from "../users/store.server.ts";
import { accept, invite, readInvitation, withdraw } from "./invitations/usecases.server.ts";
import { endMembership, membersOf } from "./usecases.server.ts";

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
  withRows(app.db, IDENTITY_SCOPE, async (tx) => {
    const user = (await findUserByEmail(tx, email))!;
    return actorOfUser(tx, user.id as UserId, user.name);
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
const tokenOf = (link: string) => link.split("/").at(-1)!;

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

  it("are the same after loading again, and keep production from starting", async () => {
    const before = expectOk(await membersOf(app, await actorNamed(accountOf("administrator"))));
    await loadDemonstrationUsers(app);
    const after = expectOk(await membersOf(app, await actorNamed(accountOf("administrator"))));
    expect(after.members).toEqual(before.members);
    expect(after.members).toHaveLength(
      DEMONSTRATION_ACCOUNTS.flatMap(({ role, also }) => [role, ...also]).length,
    );
    await expect(refuseDemonstrationAccounts(app)).rejects.toThrow(/demonstration accounts/);
  });
});

describe("inviting", () => {
  it("makes a link that brings one new person in, once", async () => {
    const { link, mailed } = expectOk(await invite(app, await coordinator(), offer("new@city.example")));
    expect(mailed).toBe(false);
    const token = tokenOf(link);
    expect(await readInvitation(app, token)).toMatchObject({ organisation: "浜田市", known: false });

    const weak = await accept(app, new Visitor(), undefined, token, { name: "保健課", password: "hamada" });
    expect(weak).toMatchObject({ ok: false, error: { kind: "invalid", fields: { password: [/13文字/] } } });

    const both = await Promise.all(
      [1, 2].map(() => accept(app, new Visitor(), undefined, token, { name: "保健課", password: PASSWORD })),
    );
    expect(both.map((result) => result.ok).sort()).toEqual([false, true]);
    const who = new Visitor();
    who.take(both.find((result) => result.ok)!.value!.headers);
    expect((await sessionOf(app, who.headers)).actor).toMatchObject({
      memberships: [{ role: "provider", organisationId: CITY }],
    });
    expect(await readInvitation(app, token)).toBeUndefined();
  });

  it("asks somebody who is known already to sign in first, as the one invited", async () => {
    const email = accountOf("member");
    const { link } = expectOk(await invite(app, await coordinator(), offer(email)));
    const token = tokenOf(link);
    const input = { name: "x", password: PASSWORD };
    const other = new Visitor();
    other.take(
      expectOk(await signIn(app, other, { email: accountOf("workplace"), password: DEMONSTRATION_PASSWORD }))
        .headers,
    );
    const wrong = (await sessionOf(app, other.headers)).session;
    for (const session of [undefined, wrong])
      expect(await accept(app, other, session, token, input)).toMatchObject({ error: { kind: "conflict" } });
    const who = new Visitor();
    who.take(expectOk(await signIn(app, who, { email, password: DEMONSTRATION_PASSWORD })).headers);
    expectOk(await accept(app, who, (await sessionOf(app, who.headers)).session, token, input));
    expect((await sessionOf(app, who.headers)).session?.roles).toEqual(["member", "provider"]);
  });

  it("ends after a week, and when it is withdrawn", async () => {
    const actor = await coordinator();
    const late = tokenOf(expectOk(await invite(app, actor, offer("late@city.example"))).link);
    const taken = tokenOf(expectOk(await invite(app, actor, offer("taken@city.example"))).link);
    const open = expectOk(await membersOf(app, actor)).invitations;
    const id = open.find((one) => one.email === "taken@city.example")!.id;
    expect(await withdraw(app, await actorNamed("jimukyoku@sagamihara-hokenjo.example"), id)).toMatchObject({
      ok: false,
    });
    expectOk(await withdraw(app, actor, id));
    expect(await readInvitation(app, taken)).toBeUndefined();
    expect(await readInvitation(app, late)).toBeDefined();
    vi.setSystemTime(new Date(Date.parse(NOW) + 7 * 86_400_000));
    expect(await readInvitation(app, late)).toBeUndefined();
    expect(
      await accept(app, new Visitor(), undefined, late, { name: "n", password: PASSWORD }),
    ).toMatchObject({
      error: { kind: "not-found" },
    });
    vi.setSystemTime(new Date(NOW));
  });

  it("stays within one's own area and below the reserved roles", async () => {
    const actor = await coordinator();
    for (const over of [{ organisation: SAGAMIHARA }, { role: "administrator" }, { role: "auditor" }])
      expect(await invite(app, actor, offer("x@city.example", over))).toMatchObject({ ok: false });
    for (const role of ["provider", "workplace", "member", "caseworker"] as const)
      expect(await invite(app, await actorNamed(accountOf(role)), offer("x@city.example"))).toMatchObject({
        ok: false,
      });
    expect(
      (
        await invite(
          app,
          await actorNamed(accountOf("administrator")),
          offer("x@city.example", { role: "auditor" }),
        )
      ).ok,
    ).toBe(true);
  });

  it("names each field that needs mending", async () => {
    const result = await invite(app, await coordinator(), {
      organisation: "",
      role: "",
      name: " ",
      email: "x",
    });
    expect(result).toMatchObject({
      error: { fields: { organisation: [/選/], role: [/選/], name: [/入力/], email: [/形/] } },
    });
  });
});

describe("ending a membership", () => {
  it("takes effect at once, is not for one's own, and not for strangers", async () => {
    const actor = await coordinator();
    const { members } = expectOk(await membersOf(app, actor));
    expect(members.every((member) => member.areaId === HAMADA)).toBe(true);
    const own = members.find((member) => actor.kind === "person" && member.userId === actor.userId)!;
    expect(await endMembership(app, actor, own.id)).toMatchObject({ error: { kind: "conflict" } });
    const workplace = members.find((member) => member.email === accountOf("workplace"))!;
    const stranger = await actorNamed("jimukyoku@sagamihara-hokenjo.example");
    expect(await endMembership(app, stranger, workplace.id)).toMatchObject({ error: { kind: "not-found" } });
    expectOk(await endMembership(app, actor, workplace.id));
    expect(await endMembership(app, actor, workplace.id)).toMatchObject({ error: { kind: "not-found" } });
    expect(await actorNamed(workplace.email)).toMatchObject({ memberships: [], reach: [] });
  });
});
