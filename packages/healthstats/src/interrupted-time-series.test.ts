import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { interruptedTimeSeries } from "./interrupted-time-series.ts";

holdGolden("interrupted-time-series", { interruptedTimeSeries });

const years = [1, 2, 3, 4, 5, 6, 7, 8];

test("a step on two perfect lines is found whole, with nothing left to judge it by", () => {
  const found = interruptedTimeSeries(years, [1, 2, 3, 4, 15, 17, 19, 21], 5);
  expect(found.slopeBefore).toBeCloseTo(1, 10);
  expect(found.levelChange.estimate).toBeCloseTo(10, 10);
  expect(found.slopeChange.estimate).toBeCloseTo(1, 10);
});

test("refuses what can't be told", () => {
  expectRefused(() => interruptedTimeSeries(years.slice(1), years.slice(1), 5), "x", "at least 8");
  expectRefused(() => interruptedTimeSeries(years, years.slice(1), 5), "y", "as many");
  expectRefused(() => interruptedTimeSeries([1, 1, 3, 4, 5, 6, 7, 8], years, 5), "x", "ascend");
  for (const since of [3, 7])
    expectRefused(() => interruptedTimeSeries(years, years, since), "since", "three");
});
