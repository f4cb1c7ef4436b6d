import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, service, VISITOR } from "#foundation/actors/public.ts";
import { loadTowns } from "#foundation/areas/public.ts";
import { findThings, refreshSearch } from "#foundation/search/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { publishEvent, removeEvent, saveEvent } from "#programmes/events/catalogue/event.usecases.server.ts";
import { anEvent } from "#programmes/events/events.testing.ts";
import { makeOffer, partOf } from "#programmes/support/examples/offer.testing.ts";
import { enter } from "#programmes/support/examples/request.testing.ts";
import { askAround } from "#programmes/support/requests/enquiry.commands.server.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { loadDemonstration } from "./demonstration.ts";
import { foundKinds } from "./search.ts";

const app = testApp();
const HAMADA = "sma-32-02" as AreaId;
const FAR = "14150" as AreaId;
const coordinator = person("coordinator", HAMADA);

const found = async (actor: Actor, text: string) =>
  expectOk(await findThings(app, actor, { text, kinds: await foundKinds(), most: 50 }));
const titles = async (actor: Actor, text: string, kind: string) =>
  (await found(actor, text)).find((group) => group.kind === kind)?.hits.map(({ title }) => title) ?? [];
const refresh = async () => refreshSearch(app, await foundKinds());
const inAll = <T>(work: Parameters<typeof withRows<T>>[2]) =>
  withRows(app.db, { actor: "<search>", areas: "all" }, work);
beforeAll(async () => {
  await loadDemonstration(app);
  await refresh();
}, 120_000);

describe("what anybody finds", () => {
  it.each(["浜田", "はまだ", "ハマダ", "hamada", "浜田市", "32202"])(
    "by %s: the city, and the window that serves it",
    async (text) => {
      expect(await titles(VISITOR, text, "area")).toContain("島根県浜田市");
      expect(await titles(VISITOR, text, "window")).toContain("浜田圏域の相談窓口");
    },
  );

  it("by a word of two letters that a title holds in its midst", async () => {
    const offers = await titles(VISITOR, "味噌", "offer");
    expect(offers).toContain("減塩の話と味噌汁の塩分測定");
    expect((await found(VISITOR, "血圧")).length).toBeGreaterThan(0);
  });

  it("leads to pages, the likeliest first", async () => {
    const [windows, areas] = await found(VISITOR, "浜田圏域");
    expect(windows).toMatchObject({ kind: "window" });
    expect(windows!.hits[0]).toMatchObject({ to: "/areas/hamada/ask" });
    expect(areas!.hits[0]).toMatchObject({ to: "/areas/hamada", note: "二次医療圏" });
  });

  it("by nothing: nothing", async () => {
    for (const text of ["", " 　", "そのようなものはない語"]) expect(await found(VISITOR, text)).toEqual([]);
  });
});

describe("what is announced", () => {
  it("is found by everybody by its name and its hosts, in English by its English name", async () => {
    expect(await titles(VISITOR, "衛生管理者研修会", "event")).toEqual([
      "事業主・衛生管理者研修会（表彰式）",
    ]);
    expect((await titles(VISITOR, "浜田地域産業保健センター", "event")).length).toBeGreaterThan(1);
    const asked = { text: "salon", kinds: await foundKinds(), most: 50, language: "en" as const };
    const [event] = expectOk(await findThings(app, VISITOR, asked)).filter(({ kind }) => kind === "event");
    expect(event!.hits[0]).toMatchObject({ title: "Salon for peace of mind" });
    expect(event!.hits[0]!.to).toMatch(/^\/areas\/hamada\/events\/[0-9a-f-]{36}\?lang=en$/);
    expect((await titles(VISITOR, "優良事業所", "award-round")).length).toBeGreaterThan(0);
  });

  it("is not found by others before that, nor once it is deleted", async () => {
    const [area, id, title] = [HAMADA, newId() as string, "架空の催しゑ"];
    expectOk(await saveEvent(app, coordinator, { area, id }, { ...anEvent, title }));
    await refresh();
    expect(await titles(coordinator, title, "event")).toEqual([title]);
    for (const actor of [VISITOR, person("workplace", HAMADA), person("coordinator", FAR)])
      expect(await titles(actor, title, "event")).toEqual([]);
    expectOk(await publishEvent(app, coordinator, { area, id }));
    await refresh();
    expect(await titles(VISITOR, title, "event")).toEqual([title]);
    expectOk(await removeEvent(app, coordinator, { area, id }));
    expect(await titles(VISITOR, title, "event")).toEqual([]);
  });
});

describe("who finds a request", () => {
  const NAME = "架空窯業所ゑ";
  let number: string;
  beforeAll(async () => {
    ({ number } = await enter(app, coordinator, HAMADA, { workplace: NAME }));
    await refresh();
  });

  it("is the secretariat of its area, by name and number", async () => {
    expect(await titles(coordinator, NAME, "request")).toEqual([NAME]);
    expect(await titles(coordinator, number.toLowerCase().replace("-", ""), "request")).toEqual([NAME]);
  });

  it.each([
    ["a visitor", VISITOR],
    ["the secretariat of another area", person("coordinator", FAR)],
    ["a supporter who was not asked", person("provider", HAMADA)],
    ["another workplace", person("workplace", HAMADA)],
    ["a member of the council", person("member", HAMADA)],
    ["who only reaches around it", { ...person("coordinator", FAR), facts: [HAMADA] } as Actor],
  ])("is not %s", async (_, actor) => expect(await found(actor, NAME)).toEqual([]));

  it("is a supporter from when it is asked", async () => {
    const name = "架空水産ゐ";
    const supporter = person("provider", HAMADA);
    const [membership] = (supporter as Extract<Actor, { kind: "person" }>).memberships;
    const parts = [partOf("架空歯科衛生士会", membership!.organisationId)];
    const offer = await makeOffer(app, coordinator, HAMADA, { parts });
    const wishes = [{ day: "2026-12-02", from: "10:00", to: "11:00" }];
    const { id } = await enter(app, coordinator, HAMADA, { workplace: name, wishes });
    await refresh();
    expect(await titles(supporter, name, "request")).toEqual([]);
    expectOk(await askAround(app, coordinator, { area: HAMADA, id }, { offer: [offer], mode: "together" }));
    expect(await titles(supporter, name, "request")).toEqual([name]);
  });

  it("is decided by the module's own rows, whatever the words say of who may", async () => {
    await inAll((tx) =>
      db(tx)
        .updateTable("search_thing" as never)
        .set({ open: true } as never)
        .execute(),
    );
    for (const actor of [VISITOR, person("coordinator", FAR)]) expect(await found(actor, NAME)).toEqual([]);
    expect(await refresh()).toBeGreaterThan(0);
  });
});

it("follows the rows: what was renamed, hidden or deleted", async () => {
  const name = "架空衛生研究所ゐ";
  const set = (change: object) =>
    inAll((tx) =>
      db(tx).updateTable("organisation").set(change).where("name", "in", ["浜田保健所", name]).execute(),
    );
  await set({ name, published: true });
  expect(await titles(VISITOR, name, "organisation")).toEqual([]);
  expect(await refresh()).toBe(1);
  expect(await titles(VISITOR, name, "organisation")).toEqual([name]);
  await set({ published: false });
  // At once, as the rows themselves are asked.
  expect(await titles(VISITOR, name, "organisation")).toEqual([]);
  expect(await titles(coordinator, name, "organisation")).toEqual([name]);
  await refresh();
  expect(await titles(person("coordinator", FAR), name, "organisation")).toEqual([]);
  expect(await refresh()).toBe(0);
});

it("comes to the same when all of it is written anew", async () => {
  const rows = () =>
    inAll((tx) =>
      db(tx)
        .selectFrom("search_thing" as never)
        .selectAll()
        .orderBy(sql`kind, area_id, id`)
        .execute(),
    );
  const before = await rows();
  expect(before.length).toBeGreaterThan(2000);
  expect(await refreshSearch(app, await foundKinds(), { anew: true })).toBe(before.length);
  expect(await rows()).toEqual(before);
});

describe("staff find", () => {
  it("meetings and initiatives of their council, which visitors do not", async () => {
    const meetings = await titles(coordinator, "協議会", "meeting");
    expect(meetings.length).toBeGreaterThan(0);
    expect(await titles(VISITOR, "協議会", "meeting")).toEqual([]);
    expect((await titles(coordinator, "講座", "initiative")).length).toBeGreaterThan(0);
    expect(await titles(person("coordinator", FAR), "講座", "initiative")).not.toEqual(
      await titles(coordinator, "講座", "initiative"),
    );
  });

  it("indicators, each leading to its figures", async () => {
    const [group] = (await found(coordinator, "有所見率")).filter(({ kind }) => kind === "indicator");
    expect(group!.hits[0]!.to).toMatch(/^\/areas\/[a-z_-]+\/indicators\/[a-z0-9_]+$/);
  });
});

describe("towns of the operator's file", () => {
  const FILE = new URL("../test/towns.csv", import.meta.url).pathname;

  it("are found by name, reading and postcode, and lead to the window that serves them", async () => {
    const loaded = expectOk(await loadTowns(app, service("cli"), {}, { file: FILE, dated: "2026-11-01" }));
    expect(loaded).toMatchObject({ towns: 3, unknown: [] });
    await refresh();
    for (const text of ["片庭", "かたにわ", "katani", "697-0041", "〒697-0041", "6970041", "浜田市片庭町"]) {
      expect(await titles(VISITOR, text, "town"), text).toEqual(["浜田市片庭町"]);
      expect(await titles(VISITOR, text, "window"), text).toContain("浜田圏域の相談窓口");
    }
  });

  it("stay as they were where a file is something else", async () => {
    const refused = await loadTowns(app, service("cli"), {}, { file: import.meta.filename, dated: "" });
    expect(refused).toMatchObject({ error: { kind: "conflict" } });
    expect(await titles(VISITOR, "片庭", "town")).toHaveLength(1);
    expect(await loadTowns(app, VISITOR, {}, { file: FILE, dated: "" })).toMatchObject({
      error: { kind: "forbidden" },
    });
  });
});
