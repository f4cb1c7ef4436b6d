import fc from "fast-check";
import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { SEEDED } from "../test/property.ts";
import { expectRefused } from "../test/refused.ts";
import { meanTInterval } from "./mean-t-interval.ts";

holdGolden("mean-t-interval", { meanTInterval });

test("one value has a mean and nothing else", () => {
  const alone = { n: 1, sum: 4, value: 4, standardDeviation: null, lower: null, upper: null };
  expect(meanTInterval([4])).toEqual(alone);
});

test("limits lie evenly around the mean and move with a shift", () => {
  const measured = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(measured, fc.integer({ min: -1000, max: 1000 }), (values, shift) => {
      const here = meanTInterval(values);
      const there = meanTInterval(values.map((value) => value + shift));
      expect(here.value - here.lower!).toBeCloseTo(here.upper! - here.value, 6);
      expect(there.value).toBeCloseTo(here.value + shift, 6);
      expect(there.standardDeviation!).toBeCloseTo(here.standardDeviation!, 6);
    }),
    SEEDED,
  );
});

test("a million rows are one pass after the other", () => {
  const rows = Float64Array.from({ length: 1_000_000 }, (_, i) => 1e9 + (i % 2));
  expect(meanTInterval(rows).standardDeviation).toBeCloseTo(0.5, 6);
});

test("refuses what has no mean", () => {
  expectRefused(() => meanTInterval([]), "values", "empty");
  expectRefused(() => meanTInterval([1, Number.NaN]), "values[1]", "finite");
  expectRefused(() => meanTInterval([1, 2], { confidence: 2 }), "confidence");
});
