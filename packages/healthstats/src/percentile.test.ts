import fc from "fast-check";
import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { SEEDED } from "../test/property.ts";
import { expectRefused } from "../test/refused.ts";
import { interquartileRange, percentiles } from "./percentile.ts";

holdGolden("percentile", { percentiles, interquartileRange });

test("percentiles rise, lie between the extremes, and do not depend on the order", () => {
  const measured = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(measured, (values) => {
      const shares = [0, 0.1, 0.5, 0.9, 1];
      const here = percentiles(values, shares);
      expect(percentiles([...values].reverse(), shares)).toEqual(here);
      expect(here[0]).toBe(Math.min(...values) + 0);
      expect(here[4]).toBe(Math.max(...values) + 0);
      for (let i = 1; i < 5; i++) expect(here[i]!).toBeGreaterThanOrEqual(here[i - 1]!);
    }),
    SEEDED,
  );
});

test("one value is every percentile", () => {
  expect(percentiles([7], [0, 0.3, 1])).toEqual([7, 7, 7]);
});

test("refuses unfit values", () => {
  expectRefused(() => percentiles([], [0.5]), "values", "empty");
  expectRefused(() => percentiles([1, Number.NaN], [0.5]), "values[1]", "finite");
  expectRefused(() => percentiles([1], []), "shares", "empty");
  expectRefused(() => percentiles([1], [50]), "shares[0]", "between 0 and 1");
});
