import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import * as special from "./special-functions.ts";

const { gammaQuantile, chiSquareUpperTail, studentQuantileFor, studentTwoSidedP } = special;
const { normalTwoSidedP, normalQuantileFor, logGamma } = special;

holdGolden("special-functions", {
  gammaQuantile,
  chiSquareUpperTail,
  studentQuantileFor,
  studentTwoSidedP,
  normalTwoSidedP,
  normalQuantileFor,
  logGamma,
});

test.each([0.5, 3, 40, 599.5, 600.5, 5e4, 1e9])("quantile and tail undo each other at shape %d", (shape) => {
  for (const p of [0.001, 0.025, 0.4]) {
    const low = gammaQuantile(p, shape, "lower");
    const high = gammaQuantile(p, shape, "upper");
    expect(Math.abs(special.gammaLowerTail(shape, low) / p - 1)).toBeLessThan(1e-6);
    expect(Math.abs(special.gammaUpperTail(shape, high) / p - 1)).toBeLessThan(1e-6);
  }
});

test("the two ways to the incomplete gamma agree where they meet", () => {
  for (const shape of [800, 899.9, 1000]) {
    const below = special.gammaUpperTail(shape, 899.999999);
    const above = special.gammaUpperTail(shape, 900.000001);
    expect(Math.abs(below - above)).toBeLessThan(1e-6);
    expect(special.gammaLowerTail(shape, 950) + special.gammaUpperTail(shape, 950)).toBeCloseTo(1, 14);
  }
  expect(special.gammaUpperTail(2, 5000)).toBe(0);
  expect(special.gammaLowerTail(2, 5000)).toBe(1);
  expect(special.normalLowerTail(0)).toBe(0.5);
});
