import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { listDeleted, removePart, restorePart } from "../deleting/plan-part.usecases.server.ts";
import { planFacts } from "../publishing/plan-report.queries.server.ts";
import { createInitiative, getInitiative } from "./initiative.usecases.server.ts";
import { addMeasure, enterMeasureValue, getMeasure, saveMeasure } from "./measure.usecases.server.ts";

const app = testApp();
const HERE = "sma-32-03" as AreaId;
const one = (id: string) => ({ area: HERE, id });
const secretariat = person("coordinator", HERE);
const member = person("member", HERE);
const CONSULTATIONS = { kind: "output", name: "相談", unit: "件", goalValue: "600" };
let initiativeId: string;

beforeAll(async () => {
  await loadReferenceAreas(app);
  const initiative = { title: "相談", fineKind: "consultation" };
  initiativeId = expectOk(await createInitiative(app, secretariat, { area: HERE }, initiative)).id;
});

const add = async (input: object) =>
  expectOk(await addMeasure(app, secretariat, one(initiativeId), input)).id;
const enter = (id: string, fiscalYear: number, value: string, sure = false) =>
  enterMeasureValue(app, secretariat, one(id), { fiscalYear, value, source: "調べ", sure });
const valuesOf = async (id: string) =>
  expectOk(await getMeasure(app, member, one(id))).measure.values.map((one) => [one.fiscalYear, one.value]);

describe("a measure of an initiative", () => {
  it("is added, filled year by year, corrected, taken back and brought back", async () => {
    const id = await add(CONSULTATIONS);
    expect(expectOk(await enter(id, 2024, "561"))).toEqual({ id });
    expect(await enter(id, 2025, "5610")).toMatchObject({
      error: { kind: "question", fields: { value: [expect.stringContaining("5,610件")] } },
    });
    expect(await valuesOf(id)).toEqual([[2024, 561]]);
    expect(expectOk(await enter(id, 2025, "5610", true))).toEqual({ id });
    expectOk(await enter(id, 2025, "570"));
    const { values } = expectOk(await getMeasure(app, member, one(id))).measure;
    const wrong = values[0]!.id;
    expectOk(await removePart(app, secretariat, { ...one(wrong), kind: "measure_value" }));
    expect(await valuesOf(id)).toEqual([[2025, 570]]);
    expect(expectOk(await listDeleted(app, secretariat, { area: HERE }))).toMatchObject([
      { kind: "measure_value", id: wrong, title: "相談　2024年度　561件" },
    ]);
    expectOk(await restorePart(app, secretariat, { ...one(wrong), kind: "measure_value" }));
    expect(await valuesOf(id)).toEqual([
      [2024, 561],
      [2025, 570],
    ]);
    expectOk(await saveMeasure(app, secretariat, one(id), { ...CONSULTATIONS, goalValue: "" }));
    expect(expectOk(await getMeasure(app, member, one(id))).measure.goalValue).toBe(null);
  });

  it("is no larger than what it is a part of, and stays with its initiative", async () => {
    const all = await add(CONSULTATIONS);
    const part = await add({ ...CONSULTATIONS, name: "うち心", partOf: all });
    expectOk(await enter(all, 2025, "561"));
    expect(await enter(part, 2025, "562")).toMatchObject({ error: { kind: "invalid" } });
    expectOk(await enter(part, 2025, "130"));
    expect(await enter(all, 2025, "129", true)).toMatchObject({ error: { kind: "invalid" } });
    const loop = { ...CONSULTATIONS, partOf: part };
    expect(await saveMeasure(app, secretariat, one(all), loop)).toMatchObject({
      error: { kind: "invalid" },
    });
  });

  it("stands in the report of the year while it is there", async () => {
    const id = await add({ ...CONSULTATIONS, name: "報告される指標" });
    expectOk(await enter(id, 2025, "10"));
    const reported = async () =>
      expectOk(
        await withPermit(app, member, (work) => planFacts(work, HERE, fiscalYear(2025)), HERE),
      ).measures.find((one) => one.name === "報告される指標");
    expect(await reported()).toMatchObject({ value: 10, goalValue: 600, unit: "件" });
    expectOk(await removePart(app, secretariat, { ...one(id), kind: "measure" }));
    expect(await reported()).toBe(undefined);
    expect(await getMeasure(app, member, one(id))).toMatchObject({ error: { kind: "not-found" } });
    expect(await enter(id, 2025, "11")).toMatchObject({ error: { kind: "not-found" } });
    expect(expectOk(await listDeleted(app, secretariat, { area: HERE }))).toMatchObject([
      { kind: "measure", id },
    ]);
    expectOk(await restorePart(app, secretariat, { ...one(id), kind: "measure" }));
    expect(await reported()).toMatchObject({ value: 10 });
    const view = expectOk(await getInitiative(app, member, one(initiativeId)));
    expect(view.measures.map((one) => one.id)).toContain(id);
  });

  it("is the secretariat's to write", async () => {
    const id = await add(CONSULTATIONS);
    const refused = { error: { kind: "forbidden" } };
    expect(await addMeasure(app, member, one(initiativeId), CONSULTATIONS)).toMatchObject(refused);
    expect(await saveMeasure(app, member, one(id), CONSULTATIONS)).toMatchObject(refused);
    const value = { fiscalYear: 2025, value: "1" };
    expect(await enterMeasureValue(app, member, one(id), value)).toMatchObject(refused);
  });
});
