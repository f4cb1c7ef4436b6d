import { beforeAll, describe, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import type { Work } from "#foundation/authority/public.ts";
import { db, type RowAccess, withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import {
  ancestorsOf,
  areasContaining,
  areasInside,
  areasOverlapping,
  areasWithin,
  findArea,
  getArea,
  loadReferenceAreas,
  municipalitiesOf,
  reachOf,
  searchAreas,
} from "./public.ts";

const app = testApp();
const read = <T>(work: (work: Work) => Promise<T>) => withPermit(app, VISITOR, work);
const id = (text: string) => text as AreaId;

beforeAll(async () => {
  await loadReferenceAreas(app);
});

describe("loading the shipped areas", () => {
  it("does nothing the second time", async () => {
    expect(await loadReferenceAreas(app)).toBe(false);
  });

  it("holds every kind in full", async () => {
    const rows = await read((tx) =>
      db(tx)
        .selectFrom("area")
        .select(({ fn }) => ["kind", fn.countAll<number>().as("count")])
        .groupBy("kind")
        .execute(),
    );
    expect(Object.fromEntries(rows.map((row) => [row.kind, row.count]))).toEqual({
      nation: 1,
      prefecture: 47,
      secondary_medical_area: 330,
      municipality: 1741,
      ward: 178,
      public_health_centre_district: 2,
      labour_standards_office_district: 2,
    });
  });

  it("lets nobody but upkeep write", async () => {
    const change = (tx: RowAccess) =>
      db(tx).updateTable("area").set({ name: "x" }).where("id", "=", id("jp")).executeTakeFirst();
    expect(await withRows(app.db, { actor: "u", areas: ["jp"] }, change)).toMatchObject({
      numUpdatedRows: 0n,
    });
    await expect(
      withRows(app.db, { actor: "u", areas: ["jp"] }, (tx) =>
        db(tx)
          .insertInto("area_data")
          .values({ only_one: true, version: "x", loaded_at: new Date() })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

describe("findArea", () => {
  it.each([
    ["jp", "jp"],
    ["nation", "jp"],
    ["全国", "jp"],
    ["32", "32"],
    ["shimane", "32"],
    ["島根", "32"],
    ["320005", "32"],
    ["14150", "14150"],
    ["141500", "14150"],
    ["１４１５００", "14150"],
    ["sagamihara", "14150"],
    ["相模原市", "14150"],
    ["さがみはらし", "14150"],
    ["サガミハラシ", "14150"],
    ["神奈川県 相模原市", "14150"],
    ["相模原市 緑区", "14151"],
    ["hamada", "sma-32-02"],
    ["浜田圏域", "sma-32-02"],
    ["浜田市", "32202"],
    ["sagamihara_labour_office", "lso-14-sagamihara"],
    ["東京都府中市", "13206"],
    ["鎌ヶ谷市", "12224"],
  ])("%s is %s", async (text, expected) => {
    expect((await read((tx) => findArea(tx, text)))?.id).toBe(expected);
  });

  it.each(["", "府中市", "浜田", "322025", "99", "ない町"])("%s names no single area", async (text) => {
    expect(await read((tx) => findArea(tx, text))).toBeUndefined();
  });
});

describe("searchAreas", () => {
  it("puts what is named so first, then what begins so", async () => {
    const names = (await read((tx) => searchAreas(tx, "はまだ"))).map((area) => area.name);
    expect(names.slice(0, 4).sort()).toEqual(
      ["浜田保健所管内", "浜田労働基準監督署管内", "浜田圏域", "浜田市"].sort(),
    );
  });

  it("finds by the start of a code", async () => {
    expect((await read((tx) => searchAreas(tx, "3220"))).map((area) => area.name)).toContain("浜田市");
  });

  it("takes signs of the query language as plain text", async () => {
    expect(await read((tx) => searchAreas(tx, "%_'"))).toEqual([]);
    expect(await read((tx) => searchAreas(tx, "|"))).not.toEqual([]);
  });

  it("keeps to a kind and a prefecture", async () => {
    const areas = await read((tx) =>
      searchAreas(tx, "", { kind: "secondary_medical_area", prefecture: id("32") }),
    );
    expect(areas.map((area) => area.name)).toEqual(
      ["松江", "浜田", "出雲", "益田", "大田", "雲南", "隠岐"].map((name) => `${name}圏域`),
    );
  });
});

describe("the crosswalk between kinds", () => {
  const names = async (work: (tx: Work) => Promise<readonly { name: string }[]>) =>
    (await read(work)).map((area) => area.name);

  it("knows the medical area of Hamada as the cities of Hamada and Gotsu", async () => {
    expect(await names((tx) => municipalitiesOf(tx, id("sma-32-02")))).toEqual(["浜田市", "江津市"]);
    expect(await names((tx) => areasWithin(tx, id("sma-32-02")))).toEqual([
      "浜田市",
      "江津市",
      "浜田保健所管内",
    ]);
    expect(await names((tx) => areasContaining(tx, id("sma-32-02")))).toEqual([
      "島根県",
      "全国",
      "浜田労働基準監督署管内",
      "浜田保健所管内",
    ]);
  });

  it("shows that the labour office district reaches into another medical area", async () => {
    expect(
      await names((tx) => areasOverlapping(tx, id("lso-32-hamada"), { kind: "secondary_medical_area" })),
    ).toEqual(["浜田圏域", "大田圏域"]);
  });

  it("knows Sagamihara with its wards, its medical area, health centre and labour office", async () => {
    const kinds = async (kind: "ward" | "secondary_medical_area" | "labour_standards_office_district") =>
      names((tx) => areasWithin(tx, id("14150"), { kind }));
    expect(await kinds("ward")).toEqual(["相模原市緑区", "相模原市中央区", "相模原市南区"]);
    expect(await kinds("secondary_medical_area")).toEqual(["相模原圏域"]);
    expect(await kinds("labour_standards_office_district")).toEqual(["相模原労働基準監督署管内"]);
    expect(await names((tx) => ancestorsOf(tx, id("14151")))).toEqual(["相模原市", "神奈川県", "全国"]);
  });

  it("parts Kawasaki by ward between two medical areas", async () => {
    const south = await read((tx) => findArea(tx, "川崎南部圏域"));
    expect(await names((tx) => municipalitiesOf(tx, south!.id))).toEqual([
      "川崎市川崎区",
      "川崎市幸区",
      "川崎市中原区",
    ]);
    expect(
      await names((tx) => areasOverlapping(tx, id("14130"), { kind: "secondary_medical_area" })),
    ).toEqual(["川崎南部圏域", "川崎北部圏域"]);
  });

  it("answers for a day: wards and sets of municipalities begin and end", async () => {
    const wards = (on: string) =>
      names((tx) => areasWithin(tx, id("14150"), { kind: "ward", on: plainDate(on) }));
    expect(await wards("2010-03-31")).toEqual([]);
    expect(await wards("2010-04-01")).toHaveLength(3);
    const hamamatsu = (on: string) =>
      names((tx) => areasWithin(tx, id("22130"), { kind: "ward", on: plainDate(on) }));
    expect(await hamamatsu("2023-12-31")).toHaveLength(7);
    expect(await hamamatsu("2024-01-01")).toEqual(["浜松市中央区", "浜松市浜名区", "浜松市天竜区"]);
    expect(
      await names((tx) =>
        areasContaining(tx, id("14150"), { kind: "prefecture", on: plainDate("2009-01-01") }),
      ),
    ).toEqual(["神奈川県"]);
  });

  it("covers each municipality by exactly one prefecture and one medical area, each ward by its city", async () => {
    const rows = await read((tx) =>
      db(tx)
        .selectFrom("area_part")
        .innerJoin("area", "area.id", "area_part.area_id")
        .where("area.kind", "in", ["prefecture", "secondary_medical_area", "nation"])
        .where("area_part.valid_to", "is", null)
        .select(({ fn }) => ["part_id", fn.countAll<number>().as("count")])
        .groupBy("part_id")
        .execute(),
    );
    expect(rows.filter((row) => row.count !== 3)).toEqual([]);
    expect(rows).toHaveLength(1741 - 20 + 171);
  });

  it("holds inside what has no part outside, whatever it is called", async () => {
    const inside = await read((tx) => areasInside(tx, [id("sma-32-02")]));
    expect(inside.toSorted()).toEqual(["32202", "32207", "phc-32-hamada", "sma-32-02"]);
    expect(await read((tx) => areasInside(tx, []))).toEqual([]);
    const prefecture = await read((tx) => areasInside(tx, [id("32")]));
    expect(prefecture).not.toContain("jp");
    expect(prefecture.filter((area) => area.startsWith("sma-"))).toHaveLength(7);
  });

  it("reaches what lies within, around and across", async () => {
    const reach = await read((tx) => reachOf(tx, [id("sma-32-02")]));
    expect(reach.toSorted()).toEqual(
      ["32", "32202", "32207", "jp", "lso-32-hamada", "phc-32-hamada", "sma-32-02"].sort(),
    );
    expect(await read((tx) => reachOf(tx, []))).toEqual([]);
    expect(
      (await read((tx) => reachOf(tx, [id("32")]))).filter((area) => area.startsWith("sma-")),
    ).toHaveLength(7);
  });
});

it("throws for an area that must exist and does not", async () => {
  await expect(read((tx) => getArea(tx, id("99")))).rejects.toThrow("no area 99");
});

it("loads in two processes at once without harm", async () => {
  await withRows(app.db, { actor: "<areas>", areas: "all" }, (tx) =>
    db(tx).updateTable("area_data").set({ version: "older" }).execute(),
  );
  const loaded = await Promise.all([loadReferenceAreas(app), loadReferenceAreas(app)]);
  expect(loaded.toSorted()).toEqual([false, true]);
});
