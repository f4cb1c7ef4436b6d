import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import ICAL from "ical.js";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listResponse } from "#platform/lists/list-file.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { addResource } from "../entries/resource.usecases.server.ts";
import { unlistResource, withdrawResource } from "../owners/owner.usecases.server.ts";
import { loadDemonstrationDirectory } from "../system/demonstration.commands.server.ts";
import { PRINTED } from "./booklet.messages.ts";
import { exportResources, printResources } from "./export.queries.server.ts";
import { TERMS } from "./hsds.present.ts";
import { answerHsds } from "./hsds-answer.queries.server.ts";
import { OPEN_DATA_COLUMNS } from "./open-data.present.ts";
import { printSign } from "./sign.queries.server.ts";

const app = testApp();
const area = "sma-32-02" as AreaId;
const clerk = person("coordinator", area);
const FOLDER = new URL("../../../../test/hsds/", import.meta.url);

/** The schemas of the specification; where they come from and under which licence stands beside them. */
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".json")))
  ajv.addSchema(JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")), file);
const problemsOf = (schema: string, value: unknown) => {
  const valid = ajv.getSchema(schema)!;
  valid(value);
  return (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

type Body = Record<string, never> & {
  contents: ({ id: string; status?: string } & Record<string, unknown>)[];
  total_items: number;
};
async function get(path: string, headers: Record<string, string> = {}, by = app) {
  const url = new URL(`http://localhost/hsds${path}`);
  const response = await answerHsds(by, new Request(url, { headers }), url.pathname.slice("/hsds".length));
  const text = await response.text();
  return { response, body: (text === "" ? undefined : JSON.parse(text)) as Body };
}
/** What stands on each page of a PDF, without the spaces that its lines are set with. */
async function pagesOfPdf(content: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join("");
    pages.push(text.normalize("NFKC").replaceAll(/\s/g, ""));
  }
  return pages;
}

const typed = (name: string) => ({
  ...{
    name,
    kind: "class",
    fee: "free",
    residence: "any",
    listed: "true",
    checked: "true",
    address: "浜田市片庭町1",
  },
  ...{
    "rows.0.weeks": ["2"],
    "rows.0.days": ["TH"],
    "rows.0.from": "08:30",
    "rows.0.to": "10:00",
    closedOnHolidays: "true",
  },
});

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationDirectory(app);
});

it("says what it is, and pages through all services that fit the published schemas", async () => {
  expect((await get("")).body).toMatchObject({ version: "3.0" });
  const { body } = await get("/services?per_page=100&full=true");
  expect(body).toMatchObject({
    total_pages: 1,
    page_number: 1,
    first_page: true,
    last_page: true,
    empty: false,
  });
  expect(body.contents.length).toBeGreaterThan(12);
  expect(body.contents.flatMap((one) => problemsOf("service.json", one))).toEqual([]);
  const plain = (await get("/services?per_page=3&page=2")).body;
  expect(plain.contents).toHaveLength(3);
  expect(plain.contents.flatMap((one) => problemsOf("service.json", one))).toEqual([]);
  const one = (await get(`/services/${body.contents[0]!.id}`)).body;
  expect(problemsOf("service.json", one)).toEqual([]);
});

it("gives places, taxonomies and terms, narrowed by what is asked; conditions add up", async () => {
  const places = (await get("/service_at_locations?full=true&per_page=100")).body.contents;
  expect(places.flatMap((one) => problemsOf("service_at_location.json", one))).toEqual([]);
  expect((await get(`/service_at_locations/${places[0]!.id}`)).response.status).toBe(200);
  for (const [path, schema] of [
    ["/taxonomies", "taxonomy.json"],
    ["/taxonomy_terms", "taxonomy_term.json"],
  ] as const)
    expect(
      (await get(`${path}?per_page=100`)).body.contents.flatMap((one) => problemsOf(schema, one)),
    ).toEqual([]);
  const smoking = TERMS.find(({ code }) => code === "smoking")!.id;
  const found = (await get(`/services?taxonomy_term_id=${smoking}`)).body.contents.map(({ name }) =>
    String(name),
  );
  expect(found.length).toBeGreaterThan(1);
  const both = (await get(`/services?taxonomy_term_id=${smoking}&search=${encodeURIComponent("土曜")}`)).body
    .contents;
  expect(both.length).toBeLessThan(found.length);
  expect((await get("/service_at_locations?proximity=34.8985,132.0796,1")).body.total_items).toBeGreaterThan(
    0,
  );
  expect((await get("/service_at_locations?proximity=43.0,141.3,1")).body.total_items).toBe(0);
});

it("answers what did not change with 304, and a wrong question with 400", async () => {
  const etag = (await get("/services")).response.headers.get("etag")!;
  expect((await get("/services", { "if-none-match": etag })).response.status).toBe(304);
  expect((await get("/services?per_page=0")).response.status).toBe(400);
  expect((await get("/nothing")).response.status).toBe(404);
});

it("tells harvesters of what is gone, without its name; the open data drops it", async () => {
  const later = { ...app, clock: fixedClock("2026-11-23T01:00:00Z") };
  const gone = expectOk(await addResource(app, clerk, { area }, typed("終わる教室"))) as string;
  const unlisted = expectOk(await addResource(app, clerk, { area }, typed("載せない教室"))) as string;
  expectOk(await withdrawResource(later, clerk, { area, id: gone }, { reason: "終了" }));
  expectOk(await unlistResource(later, clerk, { area, id: unlisted }, { reason: "希望" }));
  const { contents } = (await get("/services?modified_after=2026-11-22T12:00:00Z")).body;
  expect(contents.map(({ id, status }) => [id, status])).toEqual(
    [gone, unlisted].toSorted().map((id) => [id, "defunct"]),
  );
  expect(JSON.stringify(contents)).not.toContain("教室");
  expect(contents.flatMap((one) => problemsOf("service.json", one))).toEqual([]);
  expect((await get(`/services/${gone}`)).body).toMatchObject({ status: "defunct" });
  const { rows } = expectOk(await exportResources(app, VISITOR, { area: "hamada" }));
  const file = await (
    await listResponse("csv", "地域資源", OPEN_DATA_COLUMNS, { rows, after: undefined })
  ).text();
  expect(file).toContain("全国地方公共団体コード,ID,地方公共団体名,名称");
  expect(file).toContain("322024");
  expect(file).not.toContain("終わる教室");
});

it("writes a second Thursday as a rule in Japanese time, but for the holidays on which it is closed", async () => {
  const id = expectOk(await addResource(app, clerk, { area }, typed("朝の教室"))) as string;
  const { calendar } = expectOk(await exportResources(app, VISITOR, { area: "hamada", calendar: true }));
  const events = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents("vevent");
  const own = events.find((event) => String(event.getFirstPropertyValue("uid")).startsWith(id))!;
  expect(String(own.getFirstPropertyValue("rrule"))).toBe("FREQ=MONTHLY;BYDAY=2TH");
  expect(own.getFirstProperty("dtstart")!.toICALString()).toBe("DTSTART;TZID=Asia/Tokyo:20261210T083000");
  // 11 February 2027, a second Thursday, is 建国記念の日.
  expect(own.getFirstProperty("exdate")!.toICALString()).toBe("EXDATE;TZID=Asia/Tokyo:20270211T083000");
  for (const line of calendar.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const service = (await get(`/services/${id}`)).body as unknown as { schedules: { notes: string }[] };
  expect(service.schedules[0]!.notes).toContain("EXDATE:20270211");
});

it.each([
  ["a4", "ja"],
  ["a5", "easy"],
  ["leaflet", "ja"],
] as const)("prints %s in %s with index and date", async (form, language) => {
  const { pdf } = expectOk(await printResources(app, VISITOR, { area: "hamada", form, language }));
  const pages = await pagesOfPdf(pdf);
  const plain = (text: string) => text.normalize("NFKC").replaceAll(/\s/g, "");
  const { index, fee } = PRINTED[language];
  expect(pages[0]).toContain(plain(PRINTED[language].asOf("2026年11月22日（日）")));
  const last = pages.findLastIndex((text) => text.includes(plain(index)));
  expect(last).toBe(form === "leaflet" ? 1 : pages.length - 1);
  if (form === "leaflet") return;
  // Each line of the index leads to the page on which the entry stands, by the number that is printed there.
  const body = pages.slice(2, last);
  expect(body.join("")).toContain(plain(fee));
  const lines = [...pages[last]!.matchAll(/([^.]+?)\.{3,}(\d+)/g)].slice(1, 6);
  expect(lines.length).toBeGreaterThan(2);
  for (const [, name, page] of lines) expect(pages[Number(page) - 1]).toContain(name);
});

it("prints for one trade what is for it and what is for all, and nothing of another", async () => {
  const of = async (name: string, industries: string[]) =>
    expectOk(await addResource(app, clerk, { area }, { ...typed(name), industries }));
  await of("建設業の見本教室", ["construction"]);
  await of("漁業の見本教室", ["agriculture_fishery"]);
  await of("業種を問わない見本教室", []);
  const wanted = { area: "hamada", form: "a4", language: "ja", industry: "construction" } as const;
  const text = (await pagesOfPdf(expectOk(await printResources(app, VISITOR, wanted)).pdf)).join("");
  for (const name of ["建設業の見本教室", "業種を問わない見本教室"]) expect(text).toContain(name);
  expect(text).not.toContain("漁業の見本教室");
});

it("prints the sign of a listed shop that supports health, and of nothing else", async () => {
  const shop = { ...typed("減塩の食堂"), kind: "support_shop", topics: ["salt"] };
  const id = expectOk(await addResource(app, clerk, { area }, shop));
  const { name, pdf } = expectOk(await printSign(app, VISITOR, { area, id }));
  expect([name, pdf.subarray(0, 5).toString()]).toEqual(["減塩の食堂", "%PDF-"]);
  const other = expectOk(await addResource(app, clerk, { area }, typed("店でない教室")));
  const draft = expectOk(
    await addResource(app, clerk, { area }, { ...shop, name: "下書きの店", listed: "" }),
  );
  for (const one of [other, draft])
    expect(await printSign(app, VISITOR, { area, id: one })).toMatchObject({ ok: false });
});
