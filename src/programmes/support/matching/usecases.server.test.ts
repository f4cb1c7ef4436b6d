import { beforeAll, expect, it } from "vitest";
import { service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { type AreaId, newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import type { OfferId } from "../offers/schema.ts";
import { saveOffer } from "../offers/usecases.server.ts";
import { ask } from "../requests/asking/usecases.server.ts";
import { readRequest } from "../requests/view/usecases.server.ts";
import { withdrawFor } from "../visits/ending/usecases.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = service("test");
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const id = newId<OfferId>();
const part = {
  organisationId: newId<OrganisationId>(),
  organisationName: "浜田保健所",
  email: "office@example.jp",
};
const save = (title: string, seenVersion?: number, rest: object = {}) =>
  saveOffer(app, STAFF, AREA, {
    id,
    seenVersion,
    fields: {
      title,
      kind: "lecture",
      topics: ["smoking"],
      places: ["on_site"],
      fee: "free",
      leadDays: 0,
      parts: [part],
      ...rest,
    },
  });
const listed = async (request: string) =>
  expectOk(await readRequest(app, STAFF, AREA, request)).candidates.map(({ offer, obstacles }) => [
    offer.title,
    offer.parts.map((one) => one.organisationName),
    obstacles.map((one) => one.code),
  ]);

it("lists each offer as it was saved last, and nothing more of it than the list tells", async () => {
  expectOk(await save("禁煙教室"));
  const input = {
    topics: ["smoking"],
    workplace: "石見窯業所",
    phone: "0855-00-0000",
    municipality: "32202",
    industry: "ceramics",
    size: 12,
    people: 10,
    place: "on_site",
  };
  const sending = { area: AREA, channel: "phone", language: "ja", onceKey: newId() } as const;
  const request = expectOk(await ask(app, STAFF, input, sending)).id;
  expect(await listed(request)).toEqual([["禁煙教室", ["浜田保健所"], []]]);
  expectOk(await save("禁煙の話", 1, { sizeTo: 9, parts: [{ ...part, organisationName: "浜田市" }] }));
  expect(await listed(request)).toEqual([["禁煙の話", ["浜田市"], ["size"]]]);
  const [candidate] = expectOk(await readRequest(app, STAFF, AREA, request)).candidates;
  expect(JSON.stringify(candidate)).not.toContain("office@example.jp");
  expectOk(await save("禁煙の話", 2, { topics: ["dental"] }));
  expect(await listed(request)).toEqual([]);
});

it("looks for nobody where nobody can be asked any more", async () => {
  expectOk(await save("歯の話", 3, { topics: ["dental"] }));
  const input = {
    topics: ["dental"],
    workplace: "浜田水産",
    phone: "0855-00-0001",
    municipality: "32202",
    industry: "seafood",
    size: 20,
    people: 10,
    place: "on_site",
  };
  const sending = { area: AREA, channel: "phone", language: "ja", onceKey: newId() } as const;
  const request = expectOk(await ask(app, STAFF, input, sending)).id;
  expect(await listed(request)).toHaveLength(1);
  expectOk(await withdrawFor(app, STAFF, AREA, request));
  expect(await listed(request)).toEqual([]);
});
