import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { slopeIndexOfInequality } from "./slope-index-of-inequality.ts";

holdGolden("slope-index-of-inequality", { slopeIndexOfInequality });

const populations = [100, 120, 90, 110, 80];

test("equal values have no slope, values on a line have that slope", () => {
  expect(slopeIndexOfInequality({ populations, values: [7, 7, 7, 7, 7] })).toMatchObject({
    sii: expect.closeTo(0, 12),
    rii: expect.closeTo(1, 12),
  });
  const line = slopeIndexOfInequality({ populations: [1, 1, 1, 1, 1], values: [11, 13, 15, 17, 19] });
  expect(line.sii).toBeCloseTo(10, 10);
  expect(line.intercept).toBeCloseTo(10, 10);
  expect(line.rii).toBeCloseTo(2, 10);
});

test("a negative multiplier turns the slope round and inverts the ratio", () => {
  const values = [0.4, 0.35, 0.3, 0.22, 0.2];
  for (const transform of ["none", "log", "logit"] as const) {
    const there = slopeIndexOfInequality({ populations, values }, { transform });
    const back = slopeIndexOfInequality({ populations, values }, { transform, multiplier: -1 });
    expect(back.sii).toBeCloseTo(-there.sii, 12);
    expect(back.rii!).toBeCloseTo(1 / there.rii!, 12);
  }
});

test("refuses unfit groups", () => {
  const index =
    (groups: object, options = {}) =>
    () =>
      slopeIndexOfInequality({ populations, values: [1, 2, 3, 4, 5], ...groups }, options);
  expectRefused(index({ values: [1] }), "values", "at least 2");
  expectRefused(index({ populations: [1, 2] }), "populations", "as many");
  expectRefused(index({ populations: [1, 2, 3, 4, 0] }), "populations[4]", "greater than zero");
  expectRefused(index({ standardErrors: [1] }), "standardErrors", "as many");
  expectRefused(index({ standardErrors: [1, 1, 1, 1, -1] }), "standardErrors[4]", "negative");
  expectRefused(index({ values: [1, 2, 3, 4, 0] }, { transform: "log" }), "values[4]", "greater than zero");
  expectRefused(index({}, { transform: "logit" }), "values[0]", "strictly between");
  expectRefused(index({}, { multiplier: 0 }), "multiplier", "zero");
});
