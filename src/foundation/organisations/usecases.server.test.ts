import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, type Role, scopeOf, service, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { Work } from "#foundation/authority/public.ts";
import { selectHistory } from "#foundation/history/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { type ListPage, readList } from "#platform/lists/list.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { addByForm, addOrganisation, changeOrganisation, readToEdit } from "./form/usecases.server.ts";
import { ORGANISATION_LIST } from "./list/present.ts";
import type { OrganisationRow } from "./present.ts";
import { findOrganisation, listOrganisations, loadDemonstrationOrganisations } from "./public.ts";
import { browseOrganisations, readOrganisation } from "./usecases.server.ts";

const app = testApp();
const HAMADA = "sma-32-02" as AreaId;
const SAGAMIHARA = "14150" as AreaId;

const listOf = (query: string) => readList(ORGANISATION_LIST, new URLSearchParams(query));
const hundred = { ...listOf(""), limit: 100 };
type Page = ListPage<OrganisationRow>;

const person = (role: Role, area: AreaId, reach: readonly AreaId[] = [area]): Actor => ({
  kind: "person",
  userId: `${role}-${area}` as UserId,
  name: role,
  memberships: [
    { organisationId: "00000000-0000-7000-8000-000000000000" as OrganisationId, role, areas: [area] },
  ],
  reach,
});
const coordinator = person("coordinator", HAMADA);
const EVERYWHERE: Actor = { ...person("administrator", "jp" as AreaId), reach: "all" } as Actor;

const typed = (change: Readonly<Record<string, string>> = {}) => ({
  name: "石見窯業協同組合",
  kana: "いわみようぎょうきょうどうくみあい",
  sector: "industry_association",
  servedAreas: "浜田市",
  phone: "0855-00-0000",
  email: "office@example.jp",
  note: "内部の覚え",
  ...change,
});

const everywhere = <T>(work: (work: Work) => Promise<T>) => withPermit(app, EVERYWHERE, work);

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

describe("the demonstration organisations", () => {
  it("are the members of both councils and the offices around them, once", async () => {
    const again = await loadDemonstrationOrganisations(app);
    expect(again.size).toBe(46);
    expect((await everywhere((tx) => listOrganisations(tx))).length).toBe(46);
    for (const name of ["浜田保健所", "浜田地域産業保健センター", "浜田市", "江津市", "管内各市商工会議所"])
      expect(again.get(name)?.areaId).toBe(HAMADA);
    for (const name of ["相模原市保健所", "相模原地域産業保健センター", "津久井町商工会"])
      expect(again.get(name)?.areaId).toBe(SAGAMIHARA);
    expect(again.get("浜田市")?.servedAreas).toEqual(["32202"]);
    expect(again.get("島根県")?.areaId).toBe("32");
  });

  it("stay as somebody has changed them", async () => {
    const { id } = (await loadDemonstrationOrganisations(app)).get("江津市")!;
    const { values } = expectOk(await readToEdit(app, coordinator, { id }));
    expectOk(await changeOrganisation(app, coordinator, { id }, { ...values, name: "江津市役所" }));
    const again = await loadDemonstrationOrganisations(app);
    expect(again.get("江津市")).toMatchObject({ id, name: "江津市役所" });
    expect(again.size).toBe(46);
  });
});

describe("the list", () => {
  const names = async (filter: Parameters<typeof listOrganisations>[1]) =>
    (await everywhere((tx) => listOrganisations(tx, filter))).map((one) => one.name);

  it("holds for an area who is at home there or serves it, also from above", async () => {
    const hamada = await names({ area: HAMADA });
    expect(hamada).toContain("浜田保健所");
    expect(hamada).toContain("島根県");
    expect(hamada).not.toContain("相模原商工会議所");
    expect(await names({ area: "32202" as AreaId })).not.toContain("江津市役所");
  });

  it("filters by sector and by part of name or reading", async () => {
    expect(await names({ sector: "labour_standards_office" })).toEqual([
      "相模原労働基準監督署",
      "浜田労働基準監督署",
    ]);
    expect(await names({ text: "はまだほけん" })).toEqual(["浜田保健所"]);
    expect(await names({ text: "ハマダホケン" })).toEqual(["浜田保健所"]);
    expect(await names({ text: "%" })).toEqual([]);
  });

  it.each(["name", "sector", "area"] as const)("pages by key in the order of %s, both ways", async (sort) => {
    for (const descending of [false, true]) {
      const way = `sort=${descending ? "-" : ""}${sort}`;
      const whole = await names({ list: { ...listOf(way), limit: 1000 } });
      const paged: string[] = [];
      let after: string | undefined = "";
      while (after !== undefined) {
        const list = { ...listOf(`${way}&after=${after}`), limit: 7 };
        const page: Page = expectOk(await browseOrganisations(app, EVERYWHERE, { list }));
        paged.push(...page.rows.map((row) => row.name));
        after = page.after;
      }
      expect(paged).toEqual(whole);
      expect(paged.length).toBe(46);
    }
  });

  it("shows a visitor only what is published, without mail and remarks", async () => {
    const { rows } = expectOk(await browseOrganisations(app, VISITOR, { list: hundred }));
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.every((row) => row.published)).toBe(true);
    expect(rows.some((row) => "note" in row || "email" in row || "version" in row)).toBe(false);
    const { rows: seen } = expectOk(await browseOrganisations(app, coordinator, { list: hundred }));
    expect(seen.some((row) => !row.published && row.areaId === HAMADA)).toBe(true);
    expect(seen.find((row) => row.areaId === SAGAMIHARA && "note" in row)).toBeUndefined();
  });
});

describe("saving", () => {
  const once = newId();
  const add = (change: Readonly<Record<string, string>> = {}) =>
    addByForm(app, coordinator, {}, { ...typed(), areaId: "浜田圏域", once, ...change });
  let id: OrganisationId;
  const versions = () =>
    withPermit(app, service("test"), (permit) =>
      selectHistory(permit, { area: HAMADA, kind: "organisation", id }),
    );

  it("adds once, however often the form is sent", async () => {
    const twice = await Promise.all([add(), add()]);
    id = expectOk(twice[0]!).id;
    expect(expectOk(twice[1]!).id).toBe(id);
    expect(await versions()).toHaveLength(1);
  });

  it.each([
    ["a name that stands already", {}, { name: [expect.stringContaining("同じ名称")] }],
    ["no home area", { areaId: "" }, { areaId: [expect.stringContaining("所在地域")] }],
    ["words for no area", { areaId: "ここ" }, { areaId: [expect.stringContaining("ここ")] }],
    ["an area of others", { areaId: "相模原市" }, { areaId: [expect.stringContaining("事務局")] }],
    ["words for no area served", { servedAreas: "ここ" }, { servedAreas: [expect.anything()] }],
  ])("refuses %s", async (_what, change, errors) => {
    expect(await add({ once: newId(), ...change })).toMatchObject({
      ok: false,
      error: { kind: "invalid", fields: errors },
    });
  });

  it("tells the second of two who edit at once, and keeps the first", async () => {
    const { seen, values } = expectOk(await readToEdit(app, coordinator, { id }));
    const send = (phone: string) => changeOrganisation(app, coordinator, { id }, { ...values, phone, seen });
    const results = await Promise.all([send("0855-11-1111"), send("0855-22-2222")]);
    expect(results.map((result) => result.ok).toSorted()).toEqual([false, true]);
    const refused = results.find((result) => !result.ok)!;
    expect(refused).toMatchObject({ error: { kind: "overtaken" } });
    expect(await versions()).toHaveLength(2);
    const now = expectOk(await readToEdit(app, coordinator, { id }));
    expect(refused).toMatchObject({ error: { now: now.values } });
    // The same form sent twice has changed nothing more.
    expectOk(await send(now.values.phone));
    expect(await versions()).toHaveLength(2);
    expectOk(
      await changeOrganisation(
        app,
        coordinator,
        { id },
        { ...now.values, phone: "0855-33-3333", seen: fingerprintOf(now.values) },
      ),
    );
  });

  it("refuses a change to the name of a neighbour", async () => {
    const { values } = expectOk(await readToEdit(app, coordinator, { id }));
    const result = await changeOrganisation(app, coordinator, { id }, { ...values, name: "浜田保健所" });
    expect(result).toMatchObject({
      ok: false,
      error: { kind: "invalid", fields: { name: [expect.anything()] } },
    });
  });

  it("refuses another area's coordinator, and the database would too", async () => {
    const stranger = person("coordinator", SAGAMIHARA);
    expect(await addOrganisation(app, stranger, { area: HAMADA }, typed({ name: "x" }))).toMatchObject({
      ok: false,
      error: { kind: "forbidden" },
    });
    for (const look of [
      changeOrganisation(app, stranger, { id }, typed()),
      readToEdit(app, stranger, { id }),
    ])
      expect(await look).toMatchObject({ error: { kind: "not-found" } });
    const changed = await withRows(app.db, scopeOf(stranger), (tx) =>
      db(tx).updateTable("organisation").set({ name: "x" }).where("area_id", "=", HAMADA).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
    expect(await withPermit(app, stranger, (work) => findOrganisation(work, HAMADA, typed().name))).toBe(
      undefined,
    );
  });

  it("looks to a visitor as if an unpublished one did not exist", async () => {
    for (const one of [id, newId()])
      expect(await readOrganisation(app, VISITOR, { id: one })).toMatchObject({
        ok: false,
        error: { kind: "not-found" },
      });
    expect(expectOk(await readOrganisation(app, coordinator, { id }))).toMatchObject({
      organisation: { note: "内部の覚え", servedNames: ["浜田市"] },
      writable: true,
    });
    expect(expectOk(await readOrganisation(app, person("provider", HAMADA), { id }))).toMatchObject({
      writable: false,
    });
    expect(await readOrganisation(app, person("workplace", HAMADA), { id })).toMatchObject({
      error: { kind: "forbidden" },
    });
  });
});
