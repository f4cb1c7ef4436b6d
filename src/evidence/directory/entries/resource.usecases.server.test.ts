import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import {
  listDuplicates,
  mergeResources,
  tellApart,
  unmergeResource,
} from "../duplicates/duplicate.usecases.server.ts";
import { findResources, mapResources, readResource } from "../find/find.queries.server.ts";
import { readFind } from "../find/find.schema.ts";
import type { ResourceId } from "../model/resource.schema.ts";
import {
  confirmResource,
  relistResource,
  reportMistake,
  setResourceIntake,
  settleMistake,
  unlistResource,
  withdrawResource,
} from "../owners/owner.usecases.server.ts";
import { addResource, listResources, readResourceToEdit, saveResource } from "./resource.usecases.server.ts";
import { RESOURCE_LIST } from "./resource-list.present.ts";
import { directoryToday } from "./today.queries.server.ts";

const app = testApp();
const area = "sma-32-02" as AreaId;
const clerk = person("coordinator", area);
const editor = person("directory_editor", area);
const member = person("member", area);

const typed = (more: Record<string, unknown> = {}) => ({
  ...{
    name: "浜辺クリニック",
    kind: "clinic",
    fee: "insured",
    residence: "any",
    listed: "true",
    municipality: "32202",
  },
  ...{ "rows.0.days": ["MO", "SA"], "rows.0.from": "09:00", "rows.0.to": "12:30", closedOnHolidays: "true" },
  ...{
    latitude: "34.9",
    longitude: "132.08",
    address: "浜田市長沢町1",
    topics: ["smoking"],
    checked: "true",
  },
  ...more,
});
const add = async (more: Record<string, unknown> = {}, actor: Actor = clerk) =>
  expectOk(await addResource(app, actor, { area }, typed(more))) as ResourceId;
const find = async (query: string, place = "hamada", by = app) =>
  expectOk(await findResources(by, VISITOR, { area: place, asked: readFind(new URLSearchParams(query)) }));
const names = async (query: string, place?: string) =>
  (await find(query, place)).rows.map(({ name }) => name);
const later = (at: string) => ({ ...app, clock: fixedClock(at) });
const read = (id: string, by = app) => readResource(by, VISITOR, { area: "hamada", id });

beforeAll(() => loadReferenceAreas(app));

describe("an entry", () => {
  it("is made once of a form sent twice, and tells the second of two who edit it", async () => {
    const form = typed({ name: "二度送られた診療所", once: "018f0000-0000-7000-8000-0000000000aa" });
    const id = expectOk(await addResource(app, clerk, { area }, form));
    expect(await addResource(app, clerk, { area }, form)).toEqual(ok(id));
    const { form: shown } = expectOk(await readResourceToEdit(app, editor, { area, id }));
    expectOk(await saveResource(app, clerk, { area, id }, typed({ name: "先の人", seen: shown.seen })));
    const late = await saveResource(app, editor, { area, id }, typed({ name: "後の人", seen: shown.seen }));
    expect(late).toMatchObject({ error: { kind: "overtaken", now: { name: "先の人" } } });
    expect(await saveResource(app, member, { area, id }, form)).toMatchObject({
      error: { kind: "forbidden" },
    });
  });

  it("reports coordinates that are changed round, and hours that end before they begin", async () => {
    const swapped = await addResource(app, clerk, { area }, typed({ latitude: "132.08", longitude: "34.9" }));
    expect(swapped).toMatchObject({
      error: { kind: "invalid", fields: { latitude: [expect.stringContaining("逆")] } },
    });
    const hours = await addResource(app, clerk, { area }, typed({ "rows.0.to": "08:00" }));
    expect(hours).toMatchObject({ error: { kind: "invalid" } });
  });

  it("is found by need, place and reading, and only while it is listed and fresh", async () => {
    const id = await add({ name: "石見はまべ内科", kana: "いわみはまべないか" });
    for (const query of ["q=禁煙外来 土曜", "q=はまべ", "q=hamabe", "q=石見", "topic=smoking", "q=たばこ"])
      expect(await names(query), query).toContain("石見はまべ内科");
    for (const query of ["q=禁煙 日曜", "free=1", "kind=pharmacy", "q=血圧"])
      expect(await names(query), query).not.toContain("石見はまべ内科");
    expect(await names("q=はまべ", "shimane")).toContain("石見はまべ内科");
    expect(await names("q=はまべ", "sagamihara")).toEqual([]);
    expect((await find("q=はまべ", "hamada", later("2027-11-22T01:00:00Z"))).all).toBe(1);
    expect((await find("q=はまべ", "hamada", later("2027-11-23T01:00:00Z"))).all).toBe(0);
    expectOk(await saveResource(app, clerk, { area, id }, typed({ name: "石見はまべ内科", listed: "" })));
    expect(await names("q=はまべ")).toEqual([]);
    expect(await read(id)).toMatchObject({ value: { gone: true } });
  });

  it("in one city that serves three towns is found from all of them, with one point on the map", async () => {
    await add({ name: "巡回健診の会", served: ["32202", "32207"], topics: ["checkup"] });
    for (const place of ["32202", "32207", "hamada"])
      expect(await names("q=巡回健診", place)).toEqual(["巡回健診の会"]);
    const asked = readFind(new URLSearchParams("q=巡回健診"));
    expect(expectOk(await mapResources(app, VISITOR, { area: "hamada", asked })).points).toHaveLength(1);
  });

  it("tells machines its hours by schema.org, in which no tag can begin", async () => {
    const id = await add({ name: "<b>構造の診療所" });
    const { structured } = expectOk(await read(id)) as { structured: string };
    expect(structured).not.toContain("<");
    expect(JSON.parse(structured)).toMatchObject({
      name: "<b>構造の診療所",
      openingHoursSpecification: [{ opens: "09:00" }],
    });
  });

  it("is open now by its hours, and counted by distance from a town or a point", async () => {
    await add({ name: "週末の診療所", "rows.0.days": ["SA"] });
    // Saturday 28 November 2026, ten in the morning in Tokyo; the same on Sunday.
    const saturday = later("2026-11-28T01:00:00Z");
    expect((await find("q=週末&open=1", "hamada", saturday)).all).toBe(1);
    expect((await find("q=週末&open=1", "hamada", later("2026-11-29T01:00:00Z"))).all).toBe(0);
    await add({ name: "遠い診療所", latitude: "35.1", longitude: "132.4" });
    const near = await find("q=診療所&from=34.9,132.08&km=5");
    expect(near.rows.map(({ name }) => name)).not.toContain("遠い診療所");
    expect(near.rows[0]!.km).toBeLessThan(0.1);
    expect((await find("q=遠い診療所&from=34.9,132.08&km=20")).all).toBe(0);
    expect((await find("q=遠い&from=32202&km=20")).near).not.toBeNull();
  });
});

describe("intake", () => {
  it("decays to not known after its promise, for the public and for who edits", async () => {
    const id = await add({ name: "受付診療所" });
    expectOk(await setResourceIntake(app, clerk, { area, id }, { intake: "open" }));
    expect(expectOk(await read(id))).toMatchObject({ entry: { intake: { state: "open" } } });
    const hundredDays = later("2027-03-02T01:00:00Z");
    expect(expectOk(await read(id, hundredDays))).toMatchObject({ entry: { intake: { state: "unknown" } } });
    expect((await find("q=受付診療所", "hamada", hundredDays)).rows[0]!.intake.text).toContain("未確認");
  });

  it("refuses more places than there are, and asks which is meant by a waiting list with places", async () => {
    const id = await add({ name: "定員診療所" });
    const set = (form: object) => setResourceIntake(app, clerk, { area, id }, form);
    expect(await set({ intake: "open", available: "12", maximum: "10" })).toMatchObject({
      error: { kind: "invalid" },
    });
    const asked = await set({ intake: "waiting", available: "2", maximum: "10" });
    expect(asked).toMatchObject({ error: { kind: "question" } });
    const { sure } = (asked as unknown as { error: { sure: string } }).error;
    expectOk(await set({ intake: "waiting", available: "2", maximum: "10", sure }));
  });
});

describe("what becomes of an entry", () => {
  it("ends, answers as gone and comes back", async () => {
    const id = await add({ name: "終わる診療所" });
    expectOk(await withdrawResource(app, clerk, { area, id }, { reason: "閉院" }));
    expect(expectOk(await read(id))).toMatchObject({ gone: true, movedTo: null });
    expect(await names("q=終わる診療所")).toEqual([]);
    expect(await withdrawResource(app, clerk, { area, id }, { reason: "閉院" })).toMatchObject({
      error: { kind: "conflict" },
    });
    expectOk(await relistResource(app, clerk, { area, id }));
    expect(expectOk(await read(id))).toMatchObject({ entry: { name: "終わる診療所" } });
  });

  it("is proposed as a duplicate, merged by hand, leads on, and is unmerged", async () => {
    const kept = await add({ name: "同名医院", phone: "0855-22-0001" });
    const gone = await add({ name: "同名 医院", phone: "0855220001", address: "" });
    const other = await add({ name: "同名医院", address: "江津市都野津町9", phone: "" });
    const pairs = async () => expectOk(await listDuplicates(app, clerk, { area: "hamada" })).pairs;
    expect((await pairs()).some(({ one, other }) => one.id === kept && other.id === gone)).toBe(true);
    expectOk(await mergeResources(app, clerk, { area, id: kept }, { other: gone }));
    expect(expectOk(await read(gone))).toMatchObject({ gone: true, movedTo: kept });
    expectOk(await unmergeResource(app, clerk, { area, id: gone }));
    expect(expectOk(await read(gone))).toMatchObject({ entry: { id: gone } });
    expect((await pairs()).some(({ one, other }) => one.id === kept && other.id === gone)).toBe(false);
    expectOk(await tellApart(app, clerk, { area, id: other }, { other: kept }));
    expect(
      (await pairs()).some(
        (pair) => [pair.one.id, pair.other.id].includes(other) && [pair.one.id, pair.other.id].includes(kept),
      ),
    ).toBe(false);
  });

  it("is reported on by a visitor, shown to the secretariat today, and settled", async () => {
    const id = await add({ name: "誤りのある診療所" });
    expectOk(await reportMistake(app, VISITOR, { area, id }, { words: "電話番号が変わっています" }));
    const titles = async (actor: Actor) =>
      expectOk(await directoryToday(app, actor, {})).map(({ title }) => title);
    expect((await titles(clerk)).join()).toContain("お知らせが1件");
    expect(await titles(member)).toEqual([]);
    const { reports } = expectOk(await readResourceToEdit(app, clerk, { area, id }));
    expectOk(await settleMistake(app, clerk, { area, id }, { report: reports[0]!.id }));
    expect((await titles(clerk)).join()).not.toContain("お知らせ");
  });

  it("is reported twenty times a day from one network, and by others and the next day further on", async () => {
    const id = await add({ name: "何度も知らされる診療所" });
    const report = (sender: string, on = app) =>
      reportMistake(on, VISITOR, { area, id, sender }, { words: "電話番号が違います" });
    for (let times = 0; times < 20; times += 1) expectOk(await report("203.0.113.7"));
    expect(await report("203.0.113.7")).toMatchObject({ error: { kind: "conflict" } });
    expectOk(await report("203.0.113.8"));
    expectOk(await report("203.0.113.7", later("2026-11-23T01:00:00Z")));
  });

  it("is confirmed group by group", async () => {
    const id = await add({ name: "未確認の診療所", checked: "" });
    expectOk(await confirmResource(app, clerk, { area, id }, { groups: ["contact", "hours"] }));
    const list = readList(RESOURCE_LIST, new URLSearchParams("q=未確認の診療所"));
    const shown = async () => expectOk(await listResources(app, clerk, { area, list })).rows[0]!.checkedOn;
    expect(await shown()).toBeNull();
    expectOk(await confirmResource(app, clerk, { area, id }, { groups: ["service"] }));
    expect(await shown()).toBe("2026-11-22");
    expectOk(await unlistResource(app, clerk, { area, id }, { reason: "希望" }));
    expect(await names("q=未確認の診療所")).toEqual([]);
  });
});
