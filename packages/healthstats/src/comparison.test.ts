import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ComparableFigure, compareByInterval, compareByQuintile } from "./comparison.ts";
import { proportionWilson } from "./proportion-wilson.ts";

const figure = (changes: Partial<ComparableFigure> = {}): ComparableFigure => ({
  value: 20,
  intervals: { at95: { lower: 18, upper: 22 }, at998: { lower: 16, upper: 24 } },
  geography: "municipality",
  definition: "smoking-2024",
  ...changes,
});
const nation = (value: number | null) => ({ ...figure({ value }), geography: "nation" });
const against = (value: number | null) => ({ ...nation(value), comparableGeographies: ["municipality"] });
const polarity = "higher-is-worse";

describe("compareByInterval", () => {
  it.each([
    [17, 0.95, "above", "worse"],
    [18, 0.95, "similar", "similar"],
    [22, 0.95, "similar", "similar"],
    [23, 0.95, "below", "better"],
    [23, 0.998, "similar", "similar"],
    [25, 0.998, "below", "better"],
  ] as const)("benchmark %d at %d is %s", (value, level, position, outcome) => {
    expect(compareByInterval(figure(), against(value), { polarity, level })).toMatchObject({
      position,
      outcome,
    });
  });

  it("turns with polarity", () => {
    expect(compareByInterval(figure(), against(17), { polarity: "lower-is-worse" }).outcome).toBe("better");
    expect(compareByInterval(figure(), against(17), { polarity: "none" }).outcome).toBe("higher");
    expect(compareByInterval(figure(), against(25), { polarity: "none" }).outcome).toBe("lower");
  });

  it.each([
    ["suppressed", figure({ suppressed: true }), against(20)],
    ["no-value", figure({ value: null }), against(20)],
    ["no-benchmark", figure(), null],
    ["no-benchmark", figure(), against(null)],
    ["other-geography", figure(), nation(20)],
    ["other-definition", figure({ definition: "smoking-2013" }), against(20)],
    ["no-counts", figure({ intervals: {} }), against(20)],
  ] as const)("is not comparable: %s", (reason, one, benchmark) => {
    const result = compareByInterval(one, benchmark, { polarity });
    expect(result).toEqual({ outcome: "not-comparable", reason });
  });

  it("never calls worse at 99.8 % what is similar at 95 %", () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.integer({ min: 200, max: 900 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (x, n, b) => {
          const intervals = {
            at95: proportionWilson(x, n),
            at998: proportionWilson(x, n, { confidence: 0.998 }),
          };
          const one = { value: x / n, intervals };
          const wide = compareByInterval(one, { value: b }, { polarity, level: 0.998 });
          const narrow = compareByInterval(one, { value: b }, { polarity });
          if (wide.outcome !== "similar") expect(narrow.outcome).toBe(wide.outcome);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it.each([
    ["polarity", figure(), { polarity: "up" as never }],
    ["level", figure(), { polarity, level: 0.9 as never }],
    ["figure.intervals", figure({ intervals: { at95: { lower: 3, upper: 2 } } }), { polarity }],
    ["figure.value", figure({ value: Number.NaN }), { polarity }],
  ] as const)("refuses a wrong %s", (argument, one, options) => {
    expect(() => compareByInterval(one, against(20), options)).toThrow(expect.objectContaining({ argument }));
  });
});

describe("compareByQuintile", () => {
  const areas = Array.from({ length: 25 }, (_, i) => figure({ value: i + 1 }));

  it.each([
    [24, "worse", 1],
    [20, "worse", 1],
    [19, "similar", 2],
    [12, "similar", 3],
    [5, "similar", 4],
    [4, "better", 5],
  ])("area %d is %s", (index, outcome, quintile) => {
    expect(compareByQuintile(areas, index, { polarity })).toMatchObject({ outcome, quintile });
  });

  it("leaves out what is hidden, missing or of another kind", () => {
    const others = [figure({ suppressed: true }), figure({ value: null }), figure({ geography: "nation" })];
    expect(compareByQuintile([...areas, ...others], 24, { polarity })).toMatchObject({ quintile: 1 });
    expect(compareByQuintile([...areas, ...others], 25, { polarity })).toMatchObject({
      reason: "suppressed",
    });
    expect(compareByQuintile([...areas, ...others], 26, { polarity })).toMatchObject({ reason: "no-value" });
    expect(compareByQuintile([...areas, ...others], 27, { polarity })).toMatchObject({
      reason: "too-few-areas",
    });
  });

  it("refuses an index outside", () => {
    expect(() => compareByQuintile(areas, 25, { polarity })).toThrow(
      expect.objectContaining({ argument: "index" }),
    );
  });
});
