import fc from "fast-check";
import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { SEEDED } from "../test/property.ts";
import { expectRefused } from "../test/refused.ts";
import { mannKendall } from "./mann-kendall.ts";

holdGolden("mann-kendall", { mannKendall });

test("turning the values upside down turns every sign", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 }), (values) => {
      const there = mannKendall(values);
      const back = mannKendall(values.map((value) => -value));
      expect(there.s).toBe(back.s === 0 ? 0 : -back.s);
      expect(there.p).toBeCloseTo(back.p, 12);
      expect(there.senSlope).toBeCloseTo(-back.senSlope, 12);
    }),
    SEEDED,
  );
});

test("equal values have no trend", () => {
  expect(mannKendall([3, 3, 3])).toMatchObject({ s: 0, z: 0, p: 1, tauB: null, senSlope: 0 });
});

test("refuses unfit series", () => {
  expectRefused(() => mannKendall([1]), "values", "at least 2");
  expectRefused(() => mannKendall([1, 2], [1]), "times", "as many");
  expectRefused(() => mannKendall([1, 2], [5, 5]), "times", "rise");
  expectRefused(() => mannKendall([1, Number.NaN]), "values[1]", "finite");
  expectRefused(() => mannKendall(new Float64Array(5001)), "values", "at most 5000");
});
