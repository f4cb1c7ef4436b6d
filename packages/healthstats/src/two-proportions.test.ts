import fc from "fast-check";
import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { proportions, SEEDED } from "../test/property.ts";
import { expectRefused } from "../test/refused.ts";
import { chiSquareIndependence } from "./chi-square-independence.ts";
import { twoProportions } from "./two-proportions.ts";

holdGolden("two-proportions", { twoProportions });

test("Newcombe's limits hold the difference, stay within −1 and 1, and mirror", () => {
  fc.assert(
    fc.property(proportions, proportions, (first, second) => {
      const there = twoProportions(first, second);
      const back = twoProportions(second, first);
      expect(there.newcombe.lower).toBeLessThanOrEqual(there.difference);
      expect(there.newcombe.upper).toBeGreaterThanOrEqual(there.difference);
      expect(there.newcombe.lower).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(there.newcombe.upper).toBeLessThanOrEqual(1 + 1e-12);
      expect(there.newcombe.lower).toBeCloseTo(-back.newcombe.upper, 12);
    }),
    SEEDED,
  );
});

test("z squared is the uncorrected chi-square", () => {
  const { z } = twoProportions({ events: 30, total: 100 }, { events: 45, total: 100 });
  const { statistic } = chiSquareIndependence([
    [30, 70],
    [45, 55],
  ]);
  expect(z! ** 2).toBeCloseTo(statistic, 12);
});

test("has no test where nobody or everybody has the feature", () => {
  const nobody = { events: 0, total: 20 };
  expect(twoProportions(nobody, nobody)).toMatchObject({ difference: 0, z: null, p: null });
});

test("refuses what is no proportion", () => {
  const good = { events: 1, total: 2 };
  expectRefused(() => twoProportions({ events: 3, total: 2 }, good), "first.events", "first.total");
  expectRefused(() => twoProportions(good, { events: 0, total: 0 }), "second.total", "at least one");
  expectRefused(() => twoProportions(good, { events: 0.5, total: 2 }), "second.events", "whole");
  expectRefused(() => twoProportions(good, good, { confidence: 1 }), "confidence");
});
