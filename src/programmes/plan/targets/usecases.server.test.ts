import { beforeAll, expect, it } from "vitest";
import { type Actor, type Role, service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { act } from "#foundation/authority/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId, OrganisationId, UserId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { planFacts } from "../report/usecases.server.ts";
import { listDeleted, readPlan, removeThing, restoreThing } from "../usecases.server.ts";
import { enterTargetValue, saveTarget } from "./usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const OFFICE = "0198f2a0-0000-7000-8000-000000000001" as OrganisationId;
const person = (role: Role): Actor => ({
  kind: "person",
  userId: `u-${role}` as UserId,
  name: role,
  memberships: [{ organisationId: OFFICE, role, areas: [HERE] }],
  reach: [HERE],
});
const secretariat = person("coordinator");
let targetId: string;

beforeAll(async () => {
  await loadReferenceAreas(app);
  const target = {
    item: "取り組む必要があると思う事業主",
    direction: "at_least",
    baselineYear: 2020,
    baselineValue: "74.1",
    targetYear: 2029,
    targetValue: "87",
  };
  const saved = expectOk(await saveTarget(app, secretariat, HERE, target));
  targetId = "id" in saved ? saved.id : "";
});

const enter = (fiscalYear: number, value: string) =>
  enterTargetValue(app, secretariat, HERE, { targetId, fiscalYear, value });
const valuesOf = async () =>
  expectOk(await readPlan(app, secretariat, HERE)).skeleton.targets.find((one) => one.id === targetId)!
    .values;
const shown = async () => (await valuesOf()).map((one) => [one.fiscalYear, one.value]);
const reported = async () =>
  expectOk(
    await act(app, service("cli"), async (unit) => ok(await planFacts(unit, HERE, fiscalYear(2026)))),
  ).targets.find((one) => one.id === targetId)!.latest;

it("a year's value that was entered by mistake is taken back, and brought back", async () => {
  expectOk(await enter(2024, "78.5"));
  expectOk(await enter(2025, "80"));
  const wrong = (await valuesOf()).at(-1)!.id;
  expect(await removeThing(app, person("member"), HERE, "target_value", wrong)).toMatchObject({
    error: { kind: "forbidden" },
  });
  expectOk(await removeThing(app, secretariat, HERE, "target_value", wrong));
  expect(await shown()).toEqual([[2024, 78.5]]);
  expect(await reported()).toMatchObject({ fiscalYear: 2024, value: 78.5 });
  expect(await removeThing(app, secretariat, HERE, "target_value", wrong)).toMatchObject({
    error: { kind: "not-found" },
  });
  expect(expectOk(await listDeleted(app, secretariat, HERE))).toMatchObject([
    { thing: "target_value", id: wrong, title: "取り組む必要があると思う事業主　2025年度　80%" },
  ]);
  expectOk(await restoreThing(app, secretariat, HERE, "target_value", wrong));
  expect(await reported()).toMatchObject({ fiscalYear: 2025, value: 80 });
  const entries = await withRows(app.db, { actor: "test", areas: [HERE] }, (tx) =>
    db(tx)
      .selectFrom("audit_entry")
      .select("outcome")
      .where("subject_type", "=", "target_value")
      .orderBy("id")
      .execute(),
  );
  expect(entries.map((one) => one.outcome)).toEqual(["refused", "granted", "granted"]);
});

it("another value of the year takes the place of one that was taken back", async () => {
  expectOk(await enter(2023, "77"));
  const wrong = (await valuesOf()).find((one) => one.fiscalYear === 2023)!.id;
  expectOk(await removeThing(app, secretariat, HERE, "target_value", wrong));
  expectOk(await enter(2023, "76"));
  expect(await shown()).toContainEqual([2023, 76]);
  expectOk(await restoreThing(app, secretariat, HERE, "target_value", wrong));
  expect(await shown()).toContainEqual([2023, 76]);
});

it("of a deleted target nothing is offered: its values come back with it", async () => {
  const value = (await valuesOf())[0]!.id;
  expectOk(await removeThing(app, secretariat, HERE, "target_value", value));
  expectOk(await removeThing(app, secretariat, HERE, "target", targetId));
  expect(expectOk(await listDeleted(app, secretariat, HERE)).map((one) => one.thing)).toEqual(["target"]);
  expectOk(await restoreThing(app, secretariat, HERE, "target", targetId));
  expect(expectOk(await listDeleted(app, secretariat, HERE)).map((one) => one.thing)).toEqual([
    "target_value",
  ]);
});
