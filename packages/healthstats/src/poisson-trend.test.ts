import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { poissonTrend } from "./poisson-trend.ts";

holdGolden("poisson-trend", { poissonTrend });

test("finds a rate that falls by five per cent a year, also in calendar years", () => {
  const x = [2015, 2016, 2017, 2018, 2019];
  const populations = x.map(() => 2_000_000_000);
  const counts = x.map((year) => Math.round(1_000_000 * 0.95 ** (year - 2015)));
  const fit = poissonTrend(x, counts, populations);
  expect(fit.annualPercentChange).toBeCloseTo(-5, 3);
  expect(Math.exp(fit.intercept + fit.slope * 2015)).toBeCloseTo(0.0005, 8);
});

test("two points leave no scatter to measure, and years without events are taken", () => {
  expect(poissonTrend([0, 1], [10, 12], [100, 100])).toMatchObject({
    dispersion: null,
    quasiStandardError: null,
  });
  expect(poissonTrend([0, 1, 2], [0, 3, 5], [100, 100, 100]).slope).toBeGreaterThan(0);
});

test("refuses unfit points", () => {
  const p = [100, 100, 100];
  expectRefused(() => poissonTrend([0], [1], [1]), "x", "at least 2");
  expectRefused(() => poissonTrend([0, 1, 2], [1, 2], p), "counts", "as many");
  expectRefused(() => poissonTrend([0, 1, 2], [1, 2, 3.5], p), "counts[2]", "whole");
  expectRefused(() => poissonTrend([0, 1, 2], [1, 2, 3], [1, 0, 1]), "populations[1]", "greater than zero");
  expectRefused(() => poissonTrend([1, 1, 1], [1, 2, 3], p), "x", "equal");
  expectRefused(() => poissonTrend([0, 1, 2], [0, 0, 3], p), "counts", "two or more values");
  expectRefused(() => poissonTrend([0, 1, 2], [0, 0, 0], p), "counts", "two or more values");
});
