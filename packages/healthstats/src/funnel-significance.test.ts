import fc from "fast-check";
import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { SEEDED } from "../test/property.ts";
import { expectRefused } from "../test/refused.ts";
import {
  funnelSignificanceOfProportion,
  funnelSignificanceOfRate,
  funnelSignificanceOfRatio,
} from "./funnel-significance.ts";

holdGolden("funnel-significance", {
  funnelSignificanceOfProportion,
  funnelSignificanceOfRate,
  funnelSignificanceOfRatio,
});

const HEIGHT = { low: -1, none: 0, high: 1, "not applicable": Number.NaN };
const height = ({ direction, tail }: { direction: keyof typeof HEIGHT; tail: number | null }) =>
  HEIGHT[direction] * (tail === 0.001 ? 2 : 1);

test("more events never lower the verdict", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.double({ min: 1, max: 300, noNaN: true }),
      (observed, expected) => {
        const here = height(funnelSignificanceOfRatio(observed, expected));
        return height(funnelSignificanceOfRatio(observed + 1, expected)) >= here;
      },
    ),
    SEEDED,
  );
});

test("a standardised rate on few events is not judged, a crude one is", () => {
  expect(funnelSignificanceOfRate(9, 1000, 0.001, { standardised: true }).direction).toBe("not applicable");
  expect(funnelSignificanceOfRate(9, 1000, 0.001)).toEqual({ direction: "high", tail: 0.001 });
});

test("refuses unfit figures", () => {
  expectRefused(() => funnelSignificanceOfProportion(5, 4, 0.5), "numerator", "denominator");
  expectRefused(() => funnelSignificanceOfProportion(1, 4, 2), "average", "between 0 and 1");
  expectRefused(() => funnelSignificanceOfRatio(1.5, 4), "observed", "whole");
  expectRefused(() => funnelSignificanceOfRate(1, 0, 0.1), "denominator", "greater than zero");
});
