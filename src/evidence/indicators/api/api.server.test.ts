import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { publishVisits } from "#evidence/publication/testing.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ALLOWANCE, type Bucket, take } from "#platform/web/allowance.ts";
import { refuseMethod } from "#platform/web/open-answer.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { loadReferenceIndicators } from "../dictionary/usecases.server.ts";
import { loadDemonstrationProfile } from "../facts/usecases.server.ts";
import { loadDemonstrationObservations } from "../imports/demonstration/usecases.server.ts";
import { answer } from "./api.server.ts";
import { readCursor, writeCursor } from "./rules.ts";

const app = testApp();
let asked = 0;

/** Each question from an address of its own, so that none waits for another. */
async function get(path: string, headers: Record<string, string> = {}, address = `test-${asked++}`) {
  const request = new Request(`http://localhost/api/v1/${path}`, { headers });
  const response = await answer(app, { request, path: new URL(request.url).pathname.slice(8), address });
  const text = await response.text();
  return { response, status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadReferenceIndicators(app);
  await loadDemonstrationObservations(app);
  await loadDemonstrationProfile(app);
}, 60_000);

type Observation = { area: string; fiscal_year: number; value: number | null; suppressed: boolean };

describe("the API", () => {
  it("pages through every published figure once, in the order of its key", async () => {
    const seen: Observation[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof get>> = await get(
        `observations?limit=7${after ? `&after=${after}` : ""}`,
      );
      expect(page.status).toBe(200);
      seen.push(...page.body.observations);
      after = page.body.next;
    } while (after);
    const { rows } = await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) =>
      sql<{ count: number }>`select count(*) from observation where published`.execute(db(tx)),
    );
    expect(seen).toHaveLength(rows[0]!.count);
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(seen.length);
    expect(seen.map((one) => one.area)).toEqual(seen.map((one) => one.area).toSorted());
  });

  it.each([
    ["observations?area=sagamihara_labour_office", 9],
    ["observations?indicator=abnormal_finding_rate", 27],
    ["observations?indicator=abnormal_finding_rate&from=2005&to=2006", 6],
    ["observations?area=sagamihara,nation&indicator=abnormal_finding_rate", 9],
    ["observations?area=13101", 0],
  ])("filters %s", async (path, count) => {
    expect((await get(path)).body.observations).toHaveLength(count);
  });

  it("withholds what is not published and small counts with what gives them back", async () => {
    await withRows(app.db, { actor: "<test>", areas: "all" }, async (tx) => {
      const row = (sex: number, numerator: number, published: boolean, year: number) =>
        sql`
        insert into observation (area_id, indicator_no, fiscal_year, sex, age_band, source_no, numerator, denominator,
          published, import_id)
        values ('13101', 49, ${year}, ${sex}, 127, 14, ${numerator}, 500, ${published},
          '018f0000-0000-7000-8000-000000000000')`.execute(db(tx));
      await row(1, 4, true, 2020);
      await row(2, 60, true, 2020);
      await row(0, 60, false, 2021);
    });
    const { observations } = (await get("observations?area=13101")).body;
    expect(observations).toHaveLength(2);
    for (const one of observations)
      expect(one).toMatchObject({
        suppressed: true,
        status: "hidden",
        value: null,
        numerator: null,
        denominator: null,
      });
    expect((await get("areas/13101/profile")).body.indicators[0].latest).toMatchObject({ numerator: 64 });
  });

  it("gives areas, indicators, a profile and its own description", async () => {
    expect(
      (await get(`areas?q=${encodeURIComponent("相模原")}&kind=municipality`)).body.areas[0],
    ).toMatchObject({
      id: "14150",
    });
    expect((await get("areas/sagamihara")).body).toMatchObject({ id: "14150", code: "141500" });
    expect((await get("indicators")).body.indicators.length).toBeGreaterThan(90);
    const profile = (await get("areas/sagamihara/profile?lang=en")).body;
    expect(profile.worsening).toHaveLength(2);
    expect(profile.audience).toBe("public");
    const description = (await get("openapi.json")).body;
    expect(description.openapi).toBe("3.1.0");
    expect(description.security).toEqual([]);
    expect(description.paths).toHaveProperty(["/areas/{area}/plan"]);
    expect(description.paths).toHaveProperty(["/areas/{area}/materials"]);
    expect(Object.keys(description.paths)).toHaveLength(10);
    for (const path of Object.values<{ get: { operationId: string } }>(description.paths))
      expect(path.get.operationId).toMatch(/^[a-z]+[A-Za-z]+$/);
  });

  it("gives the editions of an area as they went out", async () => {
    const area = "sma-32-02" as AreaId;
    await publishVisits({ app, area, secretariat: person("coordinator", area) }, [3, 40, 0, "not-asked"]);
    const { editions } = (await get("areas/hamada/editions")).body;
    expect(editions).toMatchObject([{ publication: "visits", period: "2025", number: 1, state: "current" }]);
    const { tables } = (await get("areas/hamada/editions/visits/2025/1")).body;
    expect(tables[0].cells.map((one: { status: string }) => one.status)).toEqual([
      ...["hidden", "hidden", "zero", "not-asked", "shown"],
    ]);
  });

  it.each([
    ["areas/hamada/editions/visits", 404],
    ["areas/hamada/editions/visits/2025/9", 404],
    ["nothing", 404],
    ["areas/nowhere", 404],
    ["areas/%E0%A4%A/profile", 404],
    ["areas/sagamihara/profile/more", 404],
    ["areas?limit=0", 400],
    ["areas?kind=planet", 400],
    ["observations?area=nowhere", 400],
    ["observations?indicator=nothing", 400],
    ["observations?after=forged", 400],
    ["observations?wrong=1", 400],
  ])("answers %s with a problem", async (path, status) => {
    const { response, body } = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(body).toMatchObject({ status, title: expect.any(String) });
  });

  it("lets an answer be kept and asked for again at no cost", async () => {
    const first = (await get("areas/sagamihara")).response;
    const etag = first.headers.get("etag")!;
    expect(first.headers.get("cache-control")).toBe("public, max-age=300");
    const again = await get("areas/sagamihara", { "if-none-match": etag });
    expect(again.status).toBe(304);
    // Also by the page of another site.
    for (const response of [first, again.response, (await get("nothing")).response])
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect((await get("areas/hamada", { "if-none-match": etag })).status).toBe(200);
  });

  it("stops an address that asks too much, and no other", async () => {
    for (let i = 0; i < ALLOWANCE.burst; i++)
      expect((await get("openapi.json", {}, "busy")).status).toBe(200);
    const { response } = await get("openapi.json", {}, "busy");
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("1");
    expect(response.headers.get("ratelimit-remaining")).toBe("0");
    expect((await get("openapi.json", {}, "quiet")).status).toBe(200);
  });

  it("only reads", () => {
    const response = refuseMethod();
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
});

describe("take", () => {
  const allowance = { burst: 2, perSecond: 1 };
  it.each([
    ["a full bucket", undefined, 0, true, 1],
    ["the last token", { tokens: 1, at: 0 }, 0, true, 0],
    ["none left", { tokens: 0, at: 0 }, 500, false, 0],
    ["refilled after a second", { tokens: 0, at: 0 }, 1000, true, 0],
    ["never fuller than full", { tokens: 0, at: 0 }, 60_000, true, 1],
  ])("%s", (_, bucket, now, granted, remaining) => {
    expect(take(bucket as Bucket | undefined, now, allowance)).toMatchObject({ granted, remaining });
  });
});

describe("cursor", () => {
  it.each([
    { areaId: "14150", indicatorNo: 26, fiscalYear: 2007 },
    { areaId: "lso-14-sagamihara", indicatorNo: 1, fiscalYear: 1999 },
  ])("comes back as it was: %o", (cursor) => {
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });
  it.each(["", "x", "WzFd", "';drop", "a".repeat(300)])("refuses %j", (text) => {
    expect(readCursor(text)).toBeUndefined();
  });
});
