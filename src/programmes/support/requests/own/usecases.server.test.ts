import { beforeAll, describe, expect, it } from "vitest";
import { actorOf, service, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { withdrawOwn } from "../../visits/ending/usecases.server.ts";
import { ask, type Receipt } from "../asking/usecases.server.ts";
import { readReceipt } from "../receipt/usecases.server.ts";
import { beginningFor, claim, mayClaim, ownRequests } from "./usecases.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = service("test");
const app = testApp();
let organisation: OrganisationId;
let another: OrganisationId;
beforeAll(async () => {
  await loadReferenceAreas(app);
  const organisations = await loadDemonstrationOrganisations(app);
  organisation = organisations.get("石見窯業所")!.id;
  another = organisations.get("浜田商工会議所")!.id;
});

const workplace = (organisationId: OrganisationId) =>
  actorOf({
    userId: newId<UserId>(),
    name: "担当",
    memberships: [{ organisationId, role: "workplace", areaId: AREA }],
    reach: [AREA],
  });
const made = async (rest: object = {}, own: OrganisationId | null = null): Promise<Receipt> => {
  const form = {
    ...{ topics: ["dental"], workplace: "株式会社 石見窯業所", phone: "0855-00-0000", municipality: "32202" },
    ...{ industry: "ceramics", size: "12", people: "12", place: "on_site", ...rest },
  };
  const sending = { area: AREA, channel: "phone", language: "ja", onceKey: newId() } as const;
  return expectOk(await ask(app, STAFF, form, { ...sending, organisationId: own }));
};
const numbers = async (own: OrganisationId) =>
  (await ownRequests(app, workplace(own), AREA)).map((one) => one.number);

describe("a workplace with an account", () => {
  it("sees its own requests and no other's, and goes on with them without the link", async () => {
    const [own, other] = [await made({}, organisation), await made({}, another)];
    expect(await numbers(organisation)).toContain(own.number);
    expect(await numbers(organisation)).not.toContain(other.number);
    expect(await numbers(newId<OrganisationId>())).toEqual([]);
    const actor = workplace(organisation);
    expectOk(await readReceipt(app, { actor, area: AREA, id: own.id }));
    for (const key of [
      { actor, area: AREA, id: other.id },
      { actor: VISITOR, area: AREA, id: own.id },
    ])
      for (const attempt of [await readReceipt(app, key), await withdrawOwn(app, key)])
        expect(attempt).toMatchObject({ ok: false, error: { kind: "not-found" } });
    expectOk(await withdrawOwn(app, { actor, area: AREA, id: own.id }));
    // What is over stays to be read with an account, though the link is dead.
    expect(expectOk(await readReceipt(app, { actor, area: AREA, id: own.id })).request.status).toBe(
      "withdrawn",
    );
    expect(await readReceipt(app, own.token)).toMatchObject({ ok: false });
  });

  it("takes over what it sent without one: by the secret link, and where the name on it is its own", async () => {
    const { number, token } = await made();
    const stranger = workplace(another);
    expect(expectOk(await mayClaim(app, stranger, token))).toBe(false);
    for (const actor of [stranger, VISITOR])
      expect(await claim(app, actor, token)).toMatchObject({ ok: false, error: { kind: "conflict" } });
    expect(await claim(app, workplace(organisation), token.replace(/^./, "_"))).toMatchObject({ ok: false });
    expect(expectOk(await mayClaim(app, workplace(organisation), token))).toBe(true);
    expectOk(await claim(app, workplace(organisation), token));
    expect(await numbers(organisation)).toContain(number);
    expect(await claim(app, workplace(organisation), token)).toMatchObject({ ok: false });
  });

  it("begins a form with what is known of it, or with what it asked before, but never another's", async () => {
    const [own, other] = [
      await made({ wish: "朝礼で" }, organisation),
      await made({ wish: "ひみつ" }, another),
    ];
    const begin = (again: string | null) => beginningFor(app, workplace(organisation), AREA, again);
    expect(await begin(null)).toMatchObject({ text: { workplace: "石見窯業所" }, topics: [] });
    expect(await begin(own.id)).toMatchObject({ text: { wish: "朝礼で", people: "12" }, topics: ["dental"] });
    expect((await begin(other.id))!.text.wish).toBeUndefined();
    expect(await beginningFor(app, VISITOR, AREA, own.id)).toBeUndefined();
  });
});
