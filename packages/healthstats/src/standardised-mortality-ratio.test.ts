import fc from "fast-check";
import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { SEEDED } from "../test/property.ts";
import { expectRefused } from "../test/refused.ts";
import {
  mortalityRatioTests,
  poissonTwoSidedP,
  standardisedMortalityRatio,
} from "./standardised-mortality-ratio.ts";

holdGolden("standardised-mortality-ratio", { standardisedMortalityRatio, mortalityRatioTests });

test("the exact p-value sums every count that is no more likely", () => {
  const expectations = fc.double({ min: 0.05, max: 40, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80 }), expectations, (observed, expected) => {
      const probabilities: number[] = [Math.exp(-expected)];
      for (let k = 1; k < 300; k++) probabilities.push((probabilities[k - 1]! * expected) / k);
      const bound = probabilities[observed]! * (1 + 1e-7);
      const sum = probabilities.filter((p) => p <= bound).reduce((total, p) => total + p, 0);
      expect(poissonTwoSidedP(observed, expected)).toBeCloseTo(Math.min(1, sum), 9);
    }),
    SEEDED,
  );
});

test("limits and test agree at a billion deaths", () => {
  const expected = 1e9;
  const { lower } = standardisedMortalityRatio(1_000_080_000, expected);
  expect(lower).toBeGreaterThan(100);
  expect(poissonTwoSidedP(1_000_080_000, expected)).toBeLessThan(0.05);
  expect(poissonTwoSidedP(1_000_050_000, expected)).toBeGreaterThan(0.05);
});

test("refuses what is no ratio", () => {
  expectRefused(() => standardisedMortalityRatio(-1, 10), "observed", "negative");
  expectRefused(() => standardisedMortalityRatio(1.5, 10), "observed", "whole");
  expectRefused(() => standardisedMortalityRatio(1, 0), "expected", "greater than zero");
  expectRefused(() => mortalityRatioTests(1, Number.NaN), "expected", "finite");
  expectRefused(() => poissonTwoSidedP(-1, 2), "observed", "negative");
});
