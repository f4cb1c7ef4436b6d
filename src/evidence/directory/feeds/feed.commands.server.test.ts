import { beforeAll, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { findResources } from "../find/find.queries.server.ts";
import { readFind } from "../find/find.schema.ts";
import { relistResource, setResourceIntake, withdrawResource } from "../owners/owner.usecases.server.ts";
import { pushFeed } from "./feed.commands.server.ts";

const app = testApp();
const area = "sma-32-02" as AreaId;
const clerk = person("coordinator", area);
const OFFER = { area, key: "1", name: "見本の講話", kind: "class", provider: "見本の会", ask: "" } as const;
const push = (...listed: object[]) =>
  pushFeed(app, { source: "sample", list: async () => listed as (typeof OFFER)[] });
const found = async () => {
  const asked = readFind(new URLSearchParams({ q: "見本の講話" }));
  return expectOk(await findResources(app, VISITOR, { area: "hamada", asked })).rows;
};

beforeAll(() => loadReferenceAreas(app));

it("brings back what a programme lists again, and leaves alone what somebody ended", async () => {
  expect([await push(OFFER), await push(OFFER), await push(), await push(OFFER)]).toEqual([1, 0, 1, 1]);
  const [one] = await found();
  const target = { area, id: one!.id };
  expectOk(await withdrawResource(app, clerk, target, { reason: "二重の掲載" }));
  expect([await push(OFFER), await found()]).toEqual([0, []]);
  expectOk(await relistResource(app, clerk, target));
  expect([await push(OFFER), (await found()).length]).toEqual([0, 1]);
});

it("is checked by who changed what it says, and not by a new year's intake", async () => {
  const at = (day: string) => ({ ...app, clock: fixedClock(`${day}T01:00:00Z`) });
  const offer = { ...OFFER, key: "2", name: "見本の年次の講話" };
  const pushOn = (day: string, more: object) =>
    pushFeed(at(day), { source: "yearly", list: async () => [{ ...offer, ...more }] });
  const checkedOf = async () => {
    const asked = readFind(new URLSearchParams({ q: offer.name }));
    return expectOk(await findResources(app, VISITOR, { area: "hamada", asked })).rows[0]!.checked;
  };
  await pushOn("2026-11-22", { intake: "open", intakeUntil: "2027-03-31" });
  const first = await checkedOf();
  await pushOn("2027-04-01", { intake: "open", intakeUntil: "2028-03-31" });
  expect(await checkedOf()).toBe(first);
  await pushOn("2027-04-02", { intake: "closed", intakeUntil: "2028-03-31" });
  expect(await checkedOf()).toBe(first);
  await pushOn("2027-04-03", { intake: "closed", intakeUntil: "2028-03-31", description: "新しい説明" });
  expect(await checkedOf()).not.toBe(first);
});

it("lets nobody say of an intake what the programme would write over", async () => {
  await push(OFFER);
  const [one] = await found();
  const said = await setResourceIntake(app, clerk, { area, id: one!.id }, { intake: "open" });
  expect(said).toMatchObject({ error: { kind: "conflict" } });
});
