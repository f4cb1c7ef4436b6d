import { describe, expect, it } from "vitest";
import { impossibleTargetValue, oddTargetValue } from "./target.rules.ts";

const rate = {
  unit: "%",
  baselineValue: 74.1,
  values: [{ id: "v", fiscalYear: 2025, value: 78, source: "" }],
};
const on = (fiscalYear: number, value: number) => ({ fiscalYear, value });

describe("a year's value of a target", () => {
  it.each([
    [rate, on(2026, 80), []],
    [rate, on(2026, 101), ["value"]],
    [rate, on(2026, -1), ["value"]],
    [{ unit: "件" }, on(2026, 101), []],
    [rate, on(2027, 80), ["fiscalYear"]],
  ])("%j, %j", (target, value, fields) => {
    expect(Object.keys(impossibleTargetValue(target, value, 2026) ?? {})).toEqual(fields);
  });

  it.each([
    [on(2026, 80), false],
    [on(2026, 8), true],
    [on(2025, 78.5), false],
    [on(2026, 0), true],
  ])("%j is asked about: %s", (value, asked) => {
    expect(oddTargetValue(rate, value) !== undefined).toBe(asked);
  });

  it("is never asked about where nothing above 0 is known", () => {
    expect(oddTargetValue({ unit: "件", baselineValue: 0, values: [] }, on(2026, 900))).toBe(undefined);
  });
});
