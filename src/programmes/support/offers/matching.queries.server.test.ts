import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { partOf, talk } from "../examples/offer.testing.ts";
import { enter } from "../examples/request.testing.ts";
import type { OfferId } from "../model/offer.schema.ts";
import { withdrawFor } from "../requests/request-ending.commands.server.ts";
import { readRequest } from "../requests/request-view.queries.server.ts";
import { addOffer, changeOffer } from "./offer.usecases.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const id = newId<OfferId>();
const part = partOf("浜田保健所", undefined, "office@example.jp");
const offered = (title: string, rest: object = {}) =>
  talk({ title, topics: ["smoking"], parts: [part], ...rest });
const change = (title: string, rest: object) =>
  changeOffer(app, STAFF, { area: AREA, id }, offered(title, rest));

const listed = async (request: string) =>
  expectOk(await readRequest(app, STAFF, { area: AREA, id: request })).candidates.map(
    ({ offer, obstacles }) => [
      offer.title,
      offer.parts.map((one) => one.organisationName),
      obstacles.map((one) => one.code),
    ],
  );

it("lists each offer as it was saved last, and nothing more of it than the list tells", async () => {
  expectOk(await addOffer(app, STAFF, { area: AREA, id }, offered("禁煙教室")));
  const request = (await enter(app, STAFF, AREA, { topics: ["smoking"] })).id;
  expect(await listed(request)).toEqual([["禁煙教室", ["浜田保健所"], []]]);
  expectOk(await change("禁煙の話", { sizeTo: 9, parts: [{ ...part, organisationName: "浜田市" }] }));
  expect(await listed(request)).toEqual([["禁煙の話", ["浜田市"], ["size"]]]);
  const [candidate] = expectOk(await readRequest(app, STAFF, { area: AREA, id: request })).candidates;
  expect(JSON.stringify(candidate)).not.toContain("office@example.jp");
  expectOk(await change("禁煙の話", { topics: ["dental"] }));
  expect(await listed(request)).toEqual([]);
});

it("looks for nobody where nobody can be asked any more", async () => {
  expectOk(await change("歯の話", { topics: ["dental"] }));
  const request = (await enter(app, STAFF, AREA, { topics: ["dental"] })).id;
  expect(await listed(request)).toHaveLength(1);
  expectOk(await withdrawFor(app, STAFF, { area: AREA, id: request }));
  expect(await listed(request)).toEqual([]);
});
