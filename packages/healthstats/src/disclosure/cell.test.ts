import { describe, expect, it } from "vitest";
import { suppressCount, suppressProportion } from "./cell.ts";
import { suppressProportions } from "./suppress-proportions.ts";

describe("suppressCount", () => {
  it.each([
    [0, "shown"],
    [1, "suppressed"],
    [9, "suppressed"],
    [10, "shown"],
    [1e9, "shown"],
    [null, "no-data"],
  ])("%s is %s", (value, state) => {
    expect(suppressCount(value).state).toBe(state);
  });

  it.each([-1, 1.5, Number.NaN])("refuses %s", (value) => {
    expect(() => suppressCount(value)).toThrow(expect.objectContaining({ argument: "value" }));
  });
});

describe("suppressProportion", () => {
  it.each([
    [50, 100, 0.5],
    [0, 100, 0],
    [100, 100, 1],
    [5, 100, null],
    [95, 100, null],
    [0, 0, null],
    [0, 5, null],
    [null, 100, null],
  ])("%s of %s", (numerator, denominator, proportion) => {
    expect(suppressProportion(numerator, denominator).proportion).toBe(proportion);
  });

  it("shows a public denominator, however small", () => {
    const all = suppressProportion(0, 5, { denominatorIsPublic: true });
    expect(all.denominator).toEqual({ state: "shown", value: 5 });
    expect(suppressProportion(2, 5, { denominatorIsPublic: true }).numerator.state).toBe("suppressed");
  });

  it("refuses a numerator above its denominator", () => {
    expect(() => suppressProportion(6, 5)).toThrow(expect.objectContaining({ argument: "numerator" }));
  });
});

describe("suppressProportions", () => {
  const groups = [
    { numerator: 5, denominator: 100 },
    { numerator: 50, denominator: 120 },
    { numerator: 40, denominator: 90 },
    { numerator: null, denominator: null },
  ];

  it("hides one more group so that the total does not give the first back", () => {
    const { groups: shown, total } = suppressProportions(groups);
    expect(shown.map(({ proportion }) => proportion !== null)).toEqual([false, true, false, false]);
    expect(shown[3]!.numerator.state).toBe("no-data");
    expect(total!.proportion).toBeCloseTo(95 / 310);
  });

  it("hides no second group without total", () => {
    const { groups: shown, total } = suppressProportions(groups, { total: false });
    expect(shown.map(({ proportion }) => proportion !== null)).toEqual([false, true, true, false]);
    expect(total).toBeNull();
  });

  it("refuses half a proportion", () => {
    expect(() => suppressProportions([{ numerator: 5, denominator: null }])).toThrow(
      expect.objectContaining({ argument: "groups[0]" }),
    );
  });
});
