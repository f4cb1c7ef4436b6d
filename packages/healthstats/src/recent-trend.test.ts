import fc from "fast-check";
import { describe, expect, it } from "vitest";
import golden from "../golden/recent-trend.json" with { type: "json" };
import { recentTrend, type TrendPoint } from "./recent-trend.ts";
import { logisticSlope } from "./slopes.ts";

const yearly = (events: number[], denominator: number, from = 2018): TrendPoint[] =>
  events.map((e, i) => ({ year: from + i, events: e, denominator, value: (100 * e) / denominator }));
const proportion = { kind: "proportion", polarity: "higher-is-worse" } as const;
const rate = { kind: "rate", polarity: "lower-is-worse" } as const;

describe("logisticSlope", () => {
  it.each(golden.cases)("$name", ({ events, totals, slope, standardError }) => {
    const fit = logisticSlope([0, 1, 2, 3, 4], events, totals)!;
    expect(fit.slope).toBeCloseTo(slope, 10);
    expect(fit.standardError).toBeCloseTo(standardError, 10);
  });

  it("does not overflow with a thousand million", () => {
    const fit = logisticSlope([0, 1, 2], [4e8, 5e8, 6e8], [1e9, 1e9, 1e9])!;
    expect(fit.slope).toBeCloseTo(Math.log(1.5), 6);
  });
});

describe("recentTrend", () => {
  it.each(golden.cases)("tests like the reference: $name", ({ events, totals, p }) => {
    const points = events.map((e, i) => ({ year: 2018 + i, events: e, denominator: totals[i]! }));
    const trend = recentTrend(points, proportion);
    expect(trend).toMatchObject({ status: "calculated", method: "logistic", p: expect.closeTo(p, 8) });
  });

  it("calls a direction and reads it with polarity", () => {
    const rising = yearly([300, 340, 380, 420, 470], 2000);
    expect(recentTrend(rising, proportion)).toMatchObject({ direction: "increasing", meaning: "worsening" });
    expect(recentTrend(rising, { ...proportion, polarity: "lower-is-worse" })).toMatchObject({
      meaning: "improving",
    });
    expect(recentTrend(rising, { ...proportion, polarity: "none" })).toMatchObject({ meaning: "none" });
  });

  it("uses the last five of a longer series", () => {
    const trend = recentTrend(yearly([900, 800, 300, 340, 380, 420, 470], 2000), proportion);
    expect(trend).toMatchObject({ direction: "increasing", years: [2020, 2021, 2022, 2023, 2024] });
  });

  it("lets no single year make a trend", () => {
    const outlier = recentTrend(yearly([320, 310, 300, 290, 900], 2000), proportion);
    expect(outlier).toMatchObject({ direction: "no-significant-change", stable: false });
    if (outlier.status === "calculated") expect(outlier.p).toBeLessThan(0.002);
  });

  it("weighs rates by their counts, and values by their limits", () => {
    expect(recentTrend(yearly([500, 430, 380, 330, 280], 100_000), rate)).toMatchObject({
      method: "weighted",
      direction: "decreasing",
      meaning: "worsening",
    });
    const limits = [50, 45, 40, 35, 30].map((value, i) => ({
      year: 2018 + i,
      value,
      interval95: { lower: value - 2, upper: value + 2 },
    }));
    const trend = recentTrend(limits, rate);
    // se of each year 2/1.96, of the slope that over √10.
    expect(trend).toMatchObject({ slope: -5, standardError: expect.closeTo(0.32268, 4) });
  });

  it("finds no change where nothing ever happened", () => {
    expect(recentTrend(yearly([0, 0, 0, 0, 0], 500), proportion)).toMatchObject({ slope: 0, p: 1 });
  });

  const values = [60, 58, 57, 55, 52].map((value, i) => ({ year: 2018 + i, value }));
  it.each<[string, TrendPoint[]]>([
    ["fewer-than-five-years", values.slice(1)],
    ["gap-in-years", [{ year: 2015, value: 1 }, ...values.slice(1)]],
    ["overlapping-periods", values.map((point) => ({ ...point, lastYear: point.year + 2 }))],
    ["pooled-periods", values.map(({ year, value }) => ({ year: year * 2, lastYear: year * 2 + 1, value }))],
    ["suppressed", values.map((point, i) => ({ ...point, suppressed: i === 2 }))],
    ["no-counts-or-intervals", values],
    ["no-fit", yearly([0, 0, 0, 0, 500], 500)],
  ])("cannot be calculated: %s", (reason, points) => {
    expect(recentTrend(points, proportion)).toMatchObject({ status: "not-calculated", reason });
  });

  it("offers the size of change where only values exist", () => {
    expect(recentTrend(values, proportion)).toMatchObject({
      change: { fromYear: 2018, toYear: 2022, from: 60, to: 52, change: -8 },
    });
  });

  it("turns round when the series is mirrored", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, (events) => {
        const one = recentTrend(yearly(events, 500), proportion);
        const two = recentTrend(yearly(events.toReversed(), 500), proportion);
        expect(two.status).toBe(one.status);
        if (one.status !== "calculated" || two.status !== "calculated") return;
        expect(two.slope).toBeCloseTo(-one.slope, 8);
        expect(two.p).toBeCloseTo(one.p, 8);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it.each<[string, TrendPoint[]]>([
    ["points.year", [...values, { year: 2018, value: 1 }]],
    ["points.year", [{ year: 2018.5, value: 1 }]],
    ["points.lastYear", [{ year: 2018, lastYear: 2017 }]],
    ["points.interval95", [{ year: 2018, interval95: { lower: 2, upper: 1 } }]],
    ["points.value", [{ year: 2018, value: Number.NaN }]],
    ["points.events", yearly([1, 2, 3, 4, 11], 10)],
    ["points.denominator", yearly([0, 0, 0, 0, 0], 0).map(({ value: _, ...point }) => point)],
  ])("refuses wrong %s", (argument, points) => {
    expect(() => recentTrend(points, proportion)).toThrow(expect.objectContaining({ argument }));
  });
});
