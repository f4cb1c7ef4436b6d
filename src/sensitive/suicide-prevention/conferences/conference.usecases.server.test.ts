import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { inTransaction } from "#platform/db/database.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, worker } from "#test/offices.ts";
import { CONFERENCE, liaisonAt } from "../examples.testing.ts";
import { addConference, listConferences, secondConference } from "./conference.usecases.server.ts";
import { tellsOf } from "./conference-text.rules.ts";

const app = testApp();
const writer = worker(HEALTH_CENTRE, "coordinator", "writer");
const reader = worker(HEALTH_CENTRE, "supervisor", "reader");
const office = { organisation: HEALTH_CENTRE };
let seat: string;

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
  seat = await liaisonAt({ app, area: HAMADA, organisation: HEALTH_CENTRE, secretariat: writer });
});

const add = (change: object = {}, conference = newId() as string) =>
  addConference(app, writer, { ...office, conference }, { ...CONFERENCE, seats: [seat], ...change });

describe("a text of a conference", () => {
  it.each([
    "2026年11月3日に亡くなった",
    "11/3の件について",
    "令和8年の秋",
    "45歳の男性",
    "山田さんの件",
    "鈴木氏のご遺族",
    "妻が発見した",
    "港町3丁目の方",
    "電話 0855-22-0000",
  ])("refuses %s", (text) => {
    expect(tellsOf(text)).not.toEqual([]);
  });
  it.each(["夜間の相談窓口の案内を配布する。", "地域産業保健センターとの引継ぎの手順を確かめる。"])(
    "takes %s",
    (text) => {
      expect(tellsOf(text)).toEqual([]);
    },
  );
});

it("takes no name and no day pasted into any of its fields", async () => {
  const pasted = "山田さん 2026年11月3日";
  for (const field of ["measures", "lesson", "cases", "themes", "seats", "heldOn", "pledgedOn"])
    expect(await add({ [field]: pasted }), field).toMatchObject({ error: { kind: "invalid" } });
});

it("keeps the month alone, asks each seat for its pledge, and lets texts wait for somebody else", async () => {
  expect(await add({ seats: [] })).toMatchObject({ error: { kind: "invalid" } });
  expect(await add({ seats: [newId()] })).toMatchObject({ error: { kind: "invalid" } });
  expect(await add({ pledgedOn: "2026-11-11" })).toMatchObject({ error: { kind: "invalid" } });
  const conference = newId() as string;
  expectOk(await add({}, conference));
  const of = async (actor = writer) =>
    expectOk(await listConferences(app, actor, office)).conferences.find(({ id }) => id === conference)!;
  expect(await of()).toMatchObject({
    month: "2026年11月",
    attended: 1,
    reading: "waiting",
    maySecond: false,
  });
  const target = { ...office, conference };
  expect(await secondConference(app, writer, target, { verdict: "stands" })).toMatchObject({
    error: { kind: "conflict" },
  });
  expect(await of(reader)).toMatchObject({ maySecond: true });
  expectOk(await secondConference(app, reader, target, { verdict: "stands" }));
  expect(await of()).toMatchObject({ reading: "read", measures: CONFERENCE.measures });
  expect(await secondConference(app, reader, target, { verdict: "remove" })).toMatchObject({
    error: { kind: "conflict" },
  });
  const days = await inTransaction(
    app.sensitive.db,
    scopeOf(writer),
    async (tx) =>
      (await sql`select 1 from sensitive.prevention_conference where month::text not like '%-01'`.execute(tx))
        .rows,
  );
  expect(days).toEqual([]);
});

it("takes out what a second reader finds", async () => {
  const conference = newId() as string;
  expectOk(await add({ lesson: "窓口の案内を見直す。" }, conference));
  expectOk(await secondConference(app, reader, { ...office, conference }, { verdict: "remove" }));
  const { conferences } = expectOk(await listConferences(app, reader, office));
  expect(conferences.find(({ id }) => id === conference)).toMatchObject({
    ...{ measures: "", lesson: "", reading: "none" },
  });
});

it("is closed to members of the council and to caseworkers, beneath the use-cases too", async () => {
  for (const role of ["member", "caseworker", "provider"] as const) {
    const other = worker(HEALTH_CENTRE, role);
    expect(await listConferences(app, other, office)).toMatchObject({ error: { kind: "forbidden" } });
    const seen = await inTransaction(
      app.sensitive.db,
      scopeOf(other),
      async (tx) => (await sql`select 1 from sensitive.prevention_conference`.execute(tx)).rows,
    );
    expect(seen).toEqual([]);
  }
});
