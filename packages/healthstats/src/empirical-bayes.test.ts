import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { areas, SEEDED } from "../test/property.ts";
import { expectRefused } from "../test/refused.ts";
import { empiricalBayesClaytonKaldor } from "./empirical-bayes-clayton-kaldor.ts";
import { empiricalBayesMarshall } from "./empirical-bayes-marshall.ts";
import { empiricalBayesMaximumLikelihood } from "./empirical-bayes-maximum-likelihood.ts";

holdGolden("empirical-bayes-marshall", { empiricalBayesMarshall });
holdGolden("empirical-bayes-clayton-kaldor", { empiricalBayesClaytonKaldor });
holdGolden("empirical-bayes-maximum-likelihood", { empiricalBayesMaximumLikelihood });

const estimators = [empiricalBayesMarshall, empiricalBayesClaytonKaldor, empiricalBayesMaximumLikelihood];

describe.each(estimators.map((fit) => [fit.name, fit] as const))("%s", (_, fit) => {
  test("draws every area from its own ratio towards the mean, and never past it", () => {
    fc.assert(
      fc.property(areas, (list) => {
        const observed = list.map((area) => area.observed);
        const expected = list.map((area) => area.expected);
        const { mean, ratios } = fit(observed, expected, { multiplier: 1 });
        return ratios.every((ratio, i) => {
          const own = observed[i]! / expected[i]!;
          const slack = 1e-9 * (own + mean);
          return Math.min(own, mean) - slack <= ratio && ratio <= Math.max(own, mean) + slack;
        });
      }),
      SEEDED,
    );
  });

  test("gives every area the same ratio where the areas differ no more than by chance", () => {
    const result = fit([31, 30, 30, 29], [30, 30, 30, 30]);
    expect(result).toMatchObject({ variance: 0, shape: null, rate: null });
    expect(new Set(result.ratios).size).toBe(1);
  });

  test("draws a small area further than a large one", () => {
    const { ratios } = fit([20, 2000, 50, 400, 10], [10, 1000, 100, 500, 20]);
    expect(ratios[0]!).toBeLessThan(ratios[1]!);
  });

  test("refuses unfit areas", () => {
    expectRefused(() => fit([1], [1]), "observed", "at least 2");
    expectRefused(() => fit([1, 2], [1]), "expected", "as many");
    expectRefused(() => fit([1, -2], [1, 1]), "observed[1]", "negative");
    expectRefused(() => fit([1, 2.5], [1, 1]), "observed[1]", "whole");
    expectRefused(() => fit([1, 2], [1, 0]), "expected[1]", "greater than zero");
    expectRefused(() => fit([0, 0], [1, 1]), "observed", "every area");
    expectRefused(() => fit([1, 2], [1, 1], { multiplier: Number.NaN }), "multiplier", "finite");
  });
});

test("the three find much the same spread where there is much to find, for few areas and many", () => {
  const spreads = fc.record({
    n: fc.integer({ min: 30, max: 400 }),
    size: fc.integer({ min: 60, max: 100_000 }),
    swing: fc.constantFrom(0.3, 0.5, 0.7),
  });
  fc.assert(
    fc.property(spreads, ({ n, size, swing }) => {
      const expected = Array.from({ length: n }, (_, i) => size * (1 + (i % 7)));
      const observed = expected.map((e, i) => Math.round(e * (1 + swing * Math.sin(i))));
      for (const fit of estimators) {
        const { variance } = fit(observed, expected);
        expect(variance, fit.name).toBeGreaterThan(swing ** 2 / 4);
        expect(variance, fit.name).toBeLessThan(swing ** 2);
      }
    }),
    SEEDED,
  );
});

test("each fit names its estimator", () => {
  const names = estimators.map((fit) => fit([5, 60, 9], [10, 20, 30]).estimator);
  expect(names).toEqual(["marshall", "clayton-kaldor", "maximum-likelihood"]);
});

test("the likelihood is highest at the fit", () => {
  const observed = [5, 60, 9, 20];
  const expected = [10, 20, 30, 18];
  const { shape, rate, logLikelihood } = empiricalBayesMaximumLikelihood(observed, expected);
  const logGamma = (x: number): number => (x < 9 ? logGamma(x + 1) - Math.log(x) : stirling(x));
  const stirling = (x: number) =>
    (x - 0.5) * Math.log(x) -
    x +
    0.5 * Math.log(2 * Math.PI) +
    1 / (12 * x) -
    1 / (360 * x ** 3) +
    1 / (1260 * x ** 5);
  const at = (nu: number, alpha: number) =>
    observed.reduce(
      (sum, o, i) =>
        sum +
        logGamma(o + nu) -
        logGamma(nu) +
        nu * Math.log(alpha) -
        (o + nu) * Math.log(alpha + expected[i]!),
      0,
    );
  expect(at(shape!, rate!)).toBeCloseTo(logLikelihood!, 6);
  for (const [nu, alpha] of [
    [1.02, 1],
    [0.98, 1],
    [1, 1.02],
    [1, 0.98],
  ] as const) {
    expect(at(shape! * nu, rate! * alpha)).toBeLessThan(logLikelihood!);
  }
});
