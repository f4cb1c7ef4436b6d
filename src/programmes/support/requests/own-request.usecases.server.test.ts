import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, actorOf, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { selectHistory } from "#foundation/history/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { db } from "#platform/db/rows.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { holds } from "#test/member.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { asking, byReceipt, enter } from "../examples/request.testing.ts";
import { historyOfRequest } from "../model/request.schema.ts";
import { readReceipt } from "../workplace/receipt.usecases.server.ts";
import {
  beginningFor,
  claimRequest,
  claimTarget,
  listOwnRequests,
  mayClaim,
} from "./own-request.usecases.server.ts";
import { makeRequest, type Receipt } from "./request.commands.server.ts";
import { findRequest } from "./request.store.server.ts";
import { withdrawOwn } from "./request-ending.commands.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
let organisation: OrganisationId;
let another: OrganisationId;
beforeAll(async () => {
  await loadReferenceAreas(app);
  const organisations = await loadDemonstrationOrganisations(app);
  organisation = organisations.get("石見窯業所")!.id;
  another = organisations.get("浜田商工会議所")!.id;
  await holds(app, "coordinator", AREA);
});

const workplace = (organisationId: OrganisationId) =>
  actorOf({
    userId: newId<UserId>(),
    name: "担当",
    memberships: [{ organisationId, role: "workplace", areaId: AREA }],
    reach: [AREA],
  });
const NAMED = { workplace: "株式会社 石見窯業所" };
/** A form that was shown a while ago. */
const SHOWN = "019aa000-0000-7000-8000-";
/** Without an account, or by one. */
const made = async (rest: object = {}, own?: OrganisationId): Promise<Receipt> => {
  if (!own) return enter(app, STAFF, AREA, { ...NAMED, ...rest });
  const form = { ...asking({ ...NAMED, wish: newId(), ...rest }), once: `${SHOWN}${newId().slice(-12)}` };
  const target = { area: AREA, language: "ja", sender: newId() as string } as const;
  return expectOk(await makeRequest(app, workplace(own), target, form));
};
const numbers = async (own: OrganisationId) =>
  expectOk(await listOwnRequests(app, workplace(own), { area: AREA })).map((one) => one.number);
const [read, withdraw] = [byReceipt(readReceipt), byReceipt(withdrawOwn)];
/** What somebody who is signed in claims with, beside the link; nothing where the link opens nothing. */
const claimOf = async (actor: Actor, token: string) => {
  const opened = await openLink(app, token, "receipt");
  return opened.ok ? claimTarget(app, actor, opened.value.holder) : undefined;
};
const claim = async (actor: Actor, token: string) =>
  byReceipt(claimRequest)(app, token, {}, await claimOf(actor, token));
const may = async (actor: Actor, token: string) =>
  expectOk(await byReceipt(mayClaim)(app, token, {}, await claimOf(actor, token)));

/** How many rows of requests the second wall lets somebody see, whatever the code asks for. */
const rowsOf = (actor: Actor, table: string) =>
  withPermit(app, actor, async (permit) => {
    const id = table === "support_request" ? sql`id` : sql`subject_id`;
    const { rows } = await sql<{ id: string }>`select distinct ${id} as id from ${sql.table(table)}`.execute(
      db(permit),
    );
    return rows.map((row) => row.id);
  });

it("reaches by its link the rows of its own request alone, and as a visitor none", async () => {
  const [one, other] = [await made(), await made()];
  const { holder } = expectOk(await openLink(app, one.token, "receipt"));
  for (const table of ["support_request", "history_entry"]) {
    expect(await rowsOf(STAFF, table)).toEqual(expect.arrayContaining([one.id, other.id]));
    expect(await rowsOf(holder, table)).toEqual([one.id]);
    expect(await rowsOf(VISITOR, table)).toEqual([]);
  }
  for (const attempt of [readReceipt, withdrawOwn])
    expect(await attempt(app, holder, { area: AREA, id: other.id })).toMatchObject({ ok: false });
});

it("asks by its account, and is known to have asked before without a look at what it asked", async () => {
  await made();
  const { id } = await made({}, organisation);
  const events = await withPermit(app, STAFF, (permit) => selectHistory(permit, historyOfRequest(AREA, id)));
  expect(events.map((one) => [one.action, one.detail])).toEqual([["receive", { channel: "account" }]]);
  const request = await withPermit(app, STAFF, (permit) => findRequest(permit, AREA, id));
  expect(request).toMatchObject({ cameBefore: true, organisationId: organisation });
});

describe("a workplace with an account", () => {
  it("sees its own requests and no other's, and goes on with them without the link", async () => {
    const [own, other] = [await made({}, organisation), await made({}, another)];
    expect(await numbers(organisation)).toContain(own.number);
    expect(await numbers(organisation)).not.toContain(other.number);
    expect(await numbers(newId<OrganisationId>())).toEqual([]);
    const actor = workplace(organisation);
    const target = { area: AREA, id: own.id };
    expectOk(await readReceipt(app, actor, target));
    for (const [who, id] of [
      [actor, other.id],
      [VISITOR, own.id],
    ] as const)
      for (const attempt of [readReceipt, withdrawOwn])
        expect(await attempt(app, who, { area: AREA, id })).toMatchObject({
          ok: false,
          error: { kind: "not-found" },
        });
    expectOk(await withdrawOwn(app, actor, target));
    // What is over stays to be read, with its number, and can't be taken back twice.
    for (const over of [await readReceipt(app, actor, target), await read(app, own.token)])
      expect(expectOk(over).request).toMatchObject({ status: "withdrawn", number: own.number });
    expect(await withdraw(app, own.token)).toMatchObject({ error: { kind: "conflict" } });
  });

  it("takes over what it sent without one: by the secret link, and where the name on it is its own", async () => {
    const { number, token } = await made();
    const stranger = workplace(another);
    expect(await may(stranger, token)).toBe(false);
    for (const actor of [stranger, VISITOR])
      expect(await claim(actor, token)).toMatchObject({ ok: false, error: { kind: "conflict" } });
    expect(
      await claim(
        workplace(organisation),
        token.replace(/^./, (sign) => (sign === "_" ? "-" : "_")),
      ),
    ).toMatchObject({ ok: false });
    expect(await may(workplace(organisation), token)).toBe(true);
    expectOk(await claim(workplace(organisation), token));
    expect(await numbers(organisation)).toContain(number);
    expect(await claim(workplace(organisation), token)).toMatchObject({ ok: false });
  });

  it("begins a form with what is known of it, or with what it asked before, but never another's", async () => {
    const [own, other] = [
      await made({ wish: "朝礼で" }, organisation),
      await made({ wish: "ひみつ" }, another),
    ];
    const begin = (again: string | null) => beginningFor(app, workplace(organisation), AREA, again);
    expect(await begin(null)).toMatchObject({ workplace: "石見窯業所" });
    expect(await begin(own.id)).toMatchObject({ wish: "朝礼で", people: "12", topics: "dental" });
    expect((await begin(other.id))!.wish).toBeUndefined();
    expect(await beginningFor(app, VISITOR, AREA, own.id)).toBeUndefined();
  });
});
