import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { listDeleted, removePart, restorePart } from "../deleting/plan-part.usecases.server.ts";
import { yearValues } from "../model/plan-form.present.ts";
import { planFacts } from "../publishing/plan-report.queries.server.ts";
import { createTarget, enterTargetValue, getTarget, takeTargetValues } from "./target.usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const area = { area: HERE };
const secretariat = person("coordinator", HERE);
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
  targetId = expectOk(await createTarget(app, secretariat, area, target)).id;
});

const enter = (fiscalYear: number, value: string) =>
  enterTargetValue(app, secretariat, { area: HERE, id: targetId }, { fiscalYear, value });
const valuesOf = async () => expectOk(await getTarget(app, secretariat, { area: HERE, id: targetId })).values;
const yearValue = (id: string) => ({ area: HERE, kind: "target_value", id }) as const;
const shown = async () => (await valuesOf()).map((one) => [one.fiscalYear, one.value]);
const reported = async () =>
  expectOk(
    await withPermit(app, secretariat, (work) => planFacts(work, HERE, fiscalYear(2026)), HERE),
  ).targets.find((one) => one.id === targetId)!.latest;

it("a year's value that was entered by mistake is taken back, and brought back", async () => {
  expectOk(await enter(2024, "78.5"));
  expectOk(await enter(2025, "80"));
  const wrong = (await valuesOf()).at(-1)!.id;
  expect(await removePart(app, person("member", HERE), yearValue(wrong))).toMatchObject({
    error: { kind: "forbidden" },
  });
  expectOk(await removePart(app, secretariat, yearValue(wrong)));
  expect(await shown()).toEqual([[2024, 78.5]]);
  expect(await reported()).toMatchObject({ fiscalYear: 2024, value: 78.5 });
  expect(await removePart(app, secretariat, yearValue(wrong))).toMatchObject({
    error: { kind: "not-found" },
  });
  expect(expectOk(await listDeleted(app, secretariat, area))).toMatchObject([
    { kind: "target_value", id: wrong, title: "取り組む必要があると思う事業主　2025年度　80%" },
  ]);
  expectOk(await restorePart(app, secretariat, yearValue(wrong)));
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
  expectOk(await removePart(app, secretariat, yearValue(wrong)));
  expectOk(await enter(2023, "76"));
  expect(await shown()).toContainEqual([2023, 76]);
  expectOk(await restorePart(app, secretariat, yearValue(wrong)));
  expect(await shown()).toContainEqual([2023, 76]);
});

it("of a deleted target nothing is offered: its values come back with it", async () => {
  const value = (await valuesOf())[0]!.id;
  const target = { area: HERE, kind: "target", id: targetId } as const;
  expectOk(await removePart(app, secretariat, yearValue(value)));
  expectOk(await removePart(app, secretariat, target));
  expect(expectOk(await listDeleted(app, secretariat, area)).map((one) => one.kind)).toEqual(["target"]);
  expectOk(await restorePart(app, secretariat, target));
  expect(expectOk(await listDeleted(app, secretariat, area)).map((one) => one.kind)).toEqual([
    "target_value",
  ]);
});

it("a year's value is not written over another that was not seen; the same one sent twice is one", async () => {
  const target = { area: HERE, id: targetId };
  const seen = fingerprintOf(yearValues(await valuesOf()));
  const send = (value: string, by = seen) =>
    enterTargetValue(app, secretariat, target, { fiscalYear: 2026, value, seen: by });
  expectOk(await send("81"));
  expectOk(await send("81"));
  expect(await send("79")).toMatchObject({ error: { kind: "overtaken", now: { 2026: "81" } } });
  expectOk(await send("79", fingerprintOf(yearValues(await valuesOf()))));
});

it("takes the profile's years over that it does not have, after its baseline and till now", async () => {
  const tied = {
    item: "x",
    direction: "at_least",
    baselineYear: 2020,
    baselineValue: "10",
    targetYear: 2030,
  };
  const input = { ...tied, targetValue: "20", indicator: "obesity_rate" };
  const { id } = expectOk(await createTarget(app, secretariat, area, input));
  const target = { area: HERE, id };
  expectOk(await enterTargetValue(app, secretariat, target, { fiscalYear: 2022, value: "12" }));
  const values = [2019, 2022, 2024, 2099].map((year) => ({ fiscalYear: year, value: 15, source: "見本" }));
  expectOk(await takeTargetValues(app, secretariat, target, { values }));
  const shownNow = expectOk(await getTarget(app, secretariat, target));
  expect(shownNow.indicator).toBe("obesity_rate");
  expect(shownNow.values.map((one) => [one.fiscalYear, one.value, one.source])).toEqual([
    [2022, 12, ""],
    [2024, 15, "見本"],
  ]);
});
