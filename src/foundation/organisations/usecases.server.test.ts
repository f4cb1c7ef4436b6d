import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, type Role, scopeOf, service, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { db, type RowAccess, withRows } from "#platform/db/rows.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { findOrganisation, listOrganisations, loadDemonstrationOrganisations } from "./public.ts";
import type { DraftFields } from "./schema.ts";
import { browseOrganisations, readOrganisation, saveOrganisation } from "./usecases.server.ts";

const app = testApp();
const HAMADA = "sma-32-02" as AreaId;
const SAGAMIHARA = "14150" as AreaId;

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

const fields = (change: Partial<DraftFields> = {}): DraftFields => ({
  name: "石見窯業協同組合",
  kana: "いわみようぎょうきょうどうくみあい",
  sector: "industry_association",
  areaId: HAMADA,
  servedAreas: ["32202"],
  desk: "",
  phone: "0855-00-0000",
  fax: "",
  email: "office@example.jp",
  postalCode: "",
  address: "",
  website: "",
  note: "内部の覚え",
  published: false,
  validFrom: "",
  validTo: "",
  ...change,
});

const asUpkeep = <T>(work: (tx: RowAccess) => Promise<T>) => withRows(app.db, scopeOf(service("test")), work);

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

describe("the demonstration organisations", () => {
  it("are the members of both councils and the offices around them, once", async () => {
    const again = await loadDemonstrationOrganisations(app);
    expect(again.size).toBe(46);
    expect((await asUpkeep((tx) => listOrganisations(tx))).length).toBe(46);
    for (const name of ["浜田保健所", "浜田地域産業保健センター", "浜田市", "江津市", "管内各市商工会議所"])
      expect(again.get(name)?.areaId).toBe(HAMADA);
    for (const name of ["相模原市保健所", "相模原地域産業保健センター", "津久井町商工会"])
      expect(again.get(name)?.areaId).toBe(SAGAMIHARA);
    expect(again.get("浜田市")?.servedAreas).toEqual(["32202"]);
    expect(again.get("島根県")?.areaId).toBe("32");
  });

  it("stay as somebody has changed them", async () => {
    const { id, version, ...before } = (await loadDemonstrationOrganisations(app)).get("江津市")!;
    expectOk(
      await saveOrganisation(app, coordinator, {
        id,
        seenVersion: version,
        fields: {
          ...fields(),
          ...before,
          servedAreas: [...before.servedAreas],
          validFrom: "",
          validTo: "",
          name: "江津市役所",
        },
      }),
    );
    const again = await loadDemonstrationOrganisations(app);
    expect(again.get("江津市")).toMatchObject({ id, name: "江津市役所" });
    expect(again.size).toBe(46);
  });
});

describe("the list", () => {
  const names = async (filter: Parameters<typeof listOrganisations>[1]) =>
    (await asUpkeep((tx) => listOrganisations(tx, filter))).map((one) => one.name);

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
      const whole = await names({ sort, descending });
      const paged: string[] = [];
      let after: [string, string, string] | undefined;
      do {
        const page = expectOk(
          await browseOrganisations(app, service("test"), { sort, descending, after, limit: 7 }),
        );
        paged.push(...page.rows.map((row) => row.name));
        after = page.after?.split("\n") as typeof after;
      } while (after);
      expect(paged).toEqual(whole);
      expect(paged.length).toBe(46);
    }
  });

  it("shows a visitor only what is published, without mail and remarks", async () => {
    const { rows } = expectOk(await browseOrganisations(app, VISITOR, { limit: 100 }));
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.every((row) => row.published)).toBe(true);
    expect(rows.some((row) => "note" in row || "email" in row || "version" in row)).toBe(false);
    const { rows: seen } = expectOk(await browseOrganisations(app, coordinator, { limit: 100 }));
    expect(seen.some((row) => !row.published && row.areaId === HAMADA)).toBe(true);
    expect(seen.find((row) => row.areaId === SAGAMIHARA && "note" in row)).toBeUndefined();
  });
});

describe("saving", () => {
  const id = newId<OrganisationId>();
  const versions = () =>
    asUpkeep((tx) =>
      db(tx).selectFrom("organisation_version").select("version").where("organisation_id", "=", id).execute(),
    );

  it("adds once, however often the form is sent", async () => {
    const input = { id, seenVersion: undefined, fields: fields() };
    expect(expectOk(await saveOrganisation(app, coordinator, input))).toMatchObject({ version: 1, id });
    expect(expectOk(await saveOrganisation(app, coordinator, input))).toMatchObject({ version: 1, id });
    expect(await versions()).toHaveLength(1);
  });

  it("refuses a second one of the same name in the area", async () => {
    const other = { id: newId<OrganisationId>(), seenVersion: undefined, fields: fields() };
    expect(await saveOrganisation(app, coordinator, other)).toMatchObject({
      ok: false,
      error: { kind: "invalid", fields: { name: [expect.stringContaining("同じ名称")] } },
    });
  });

  it("tells the second of two who edit at once, and keeps the first", async () => {
    const send = (phone: string) =>
      saveOrganisation(app, coordinator, { id, seenVersion: 1, fields: fields({ phone }) });
    const results = await Promise.all([send("0855-11-1111"), send("0855-22-2222")]);
    expect(results.map((result) => result.ok).toSorted()).toEqual([false, true]);
    expect(results.find((result) => !result.ok)).toMatchObject({ error: { kind: "conflict" } });
    expect(await versions()).toHaveLength(2);
  });

  it("refuses a change to the name of a neighbour", async () => {
    const result = await saveOrganisation(app, coordinator, {
      id,
      seenVersion: 2,
      fields: fields({ name: "浜田保健所" }),
    });
    expect(result).toMatchObject({
      ok: false,
      error: { kind: "invalid", fields: { name: [expect.anything()] } },
    });
  });

  it("refuses another area's coordinator, and the database would too", async () => {
    const stranger = person("coordinator", SAGAMIHARA);
    expect(
      await saveOrganisation(app, stranger, {
        id: newId(),
        seenVersion: undefined,
        fields: fields({ name: "x" }),
      }),
    ).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    const changed = await withRows(app.db, scopeOf(stranger), (tx) =>
      db(tx).updateTable("organisation").set({ name: "x" }).where("area_id", "=", HAMADA).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
    expect(
      await withRows(app.db, scopeOf(stranger), (tx) => findOrganisation(tx, HAMADA, fields().name)),
    ).toBe(undefined);
  });

  it("looks to a visitor as if an unpublished one did not exist", async () => {
    expect(await readOrganisation(app, VISITOR, id)).toMatchObject({
      ok: false,
      error: { kind: "not-found" },
    });
    expect(await readOrganisation(app, VISITOR, newId())).toMatchObject({
      ok: false,
      error: { kind: "not-found" },
    });
    expect(expectOk(await readOrganisation(app, coordinator, id))).toMatchObject({
      note: "内部の覚え",
      writable: true,
      servedNames: ["浜田市"],
    });
    expect(expectOk(await readOrganisation(app, person("provider", HAMADA), id))).toMatchObject({
      writable: false,
    });
  });
});
