import { describe, expect, it } from "vitest";
import { MeasureInput, type MeasureSeries, MeasureValueInput } from "./initiative.schema.ts";
import { impossibleValue, impossibleWhole, oddValue } from "./measure.rules.ts";

const series = (id: string, change: Partial<MeasureSeries> = {}): MeasureSeries => ({
  id,
  initiativeId: "i",
  initiative: "相談",
  kind: "output",
  name: id,
  unit: "件",
  goalValue: null,
  partOf: null,
  values: [{ id: "v", fiscalYear: 2009, value: 561, source: "" }],
  ...change,
});
const all = series("all");
const part = series("part", {
  partOf: "all",
  values: [{ id: "w", fiscalYear: 2009, value: 130, source: "" }],
});
const value = (fiscalYear: number, amount: number) => ({ fiscalYear, value: amount, source: "" });

describe("a year's value", () => {
  it.each([
    ["fits", all, value(2010, 600), []],
    ["is of a year to come", all, value(2027, 600), ["fiscalYear"]],
    ["is a part larger than its whole", part, value(2009, 562), ["value"]],
    ["is a whole smaller than its part", all, value(2009, 129), ["value"]],
    ["is a part of a whole that is not known", part, value(2010, 900), []],
    ["is more than all of it", series("rate", { unit: "%" }), value(2010, 101), ["value"]],
  ])("%s", (_what, measure, entered, fields) => {
    expect(Object.keys(impossibleValue(measure, entered, [all, part], 2026))).toEqual(fields);
  });

  it.each([
    ["5610", 5610, true],
    ["56", 56, true],
    ["600", 600, false],
  ])("of %s is asked about after 561: %#", (_what, amount, asked) => {
    expect(oddValue(all, value(2010, amount)) !== undefined).toBe(asked);
  });

  it("is not compared with the value that it corrects", () => {
    expect(oddValue(all, value(2009, 5610))).toBe(undefined);
  });
});

it.each([
  ["none", null, null, []],
  ["the whole", null, "all", []],
  ["itself", "all", "all", ["partOf"]],
  ["a part", null, "part", ["partOf"]],
  ["another while it has parts", "all", "other", ["partOf"]],
  ["what is not there", null, "gone", ["partOf"]],
])("a measure is a part of %s", (_what, id, partOf, fields) => {
  expect(Object.keys(impossibleWhole(id, partOf, [all, part, series("other")]))).toEqual(fields);
});

it.each([
  [MeasureInput, { kind: "output", name: "回数", unit: "回", goalValue: "１，０００" }, true],
  [MeasureInput, { kind: "output", name: "回数", unit: "回", goalValue: "" }, true],
  [MeasureInput, { kind: "output", name: "回数", unit: "回", goalValue: "-1" }, false],
  [MeasureInput, { kind: "outcome", name: "割合", unit: "%", goalValue: "101" }, false],
  [MeasureInput, { kind: "other", name: "割合", unit: "%" }, false],
  [MeasureValueInput, { fiscalYear: "2026", value: "-3" }, false],
  [MeasureValueInput, { fiscalYear: "", value: "3" }, false],
  [MeasureValueInput, { fiscalYear: "2026", value: "" }, false],
])("form %#: %j is taken: %s", (schema, typed, taken) => {
  expect(schema.safeParse(typed).success).toBe(taken);
});
