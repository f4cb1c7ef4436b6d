import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { linearTrend } from "./linear-trend.ts";

holdGolden("linear-trend", { linearTrend });

test("two points give a slope and nothing that would judge it", () => {
  expect(linearTrend([2019, 2022], [10, 7])).toMatchObject({ slope: -1, lower: null, upper: null, p: null });
});

test("a perfect line and a flat one", () => {
  expect(linearTrend([1, 2, 3], [2, 4, 6])).toMatchObject({
    slope: 2,
    slopeStandardError: 0,
    p: 0,
    rSquared: 1,
  });
  expect(linearTrend([1, 2, 3], [5, 5, 5])).toMatchObject({ slope: 0, t: null, p: null, rSquared: null });
});

test("moving the years leaves the slope and its limits", () => {
  const y = [31.2, 30.8, 30.9, 29.7, 29.1];
  const here = linearTrend([0, 1, 2, 3, 4], y);
  const there = linearTrend([2020, 2021, 2022, 2023, 2024], y);
  expect(there.slope).toBeCloseTo(here.slope, 10);
  expect(there.lower!).toBeCloseTo(here.lower!, 10);
});

test("refuses unfit points", () => {
  expectRefused(() => linearTrend([1], [1]), "x", "at least 2");
  expectRefused(() => linearTrend([1, 2], [1]), "y", "as many");
  expectRefused(() => linearTrend([3, 3], [1, 2]), "x", "equal");
  expectRefused(() => linearTrend([1, 2], [1, Number.POSITIVE_INFINITY]), "y[1]", "finite");
});
