import fc from "fast-check";
import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { eventCounts, SEEDED } from "../test/property.ts";
import { expectRefused } from "../test/refused.ts";
import { poissonExactLimits } from "./poisson-exact.ts";
import { countLimits, rateByars } from "./rate-byars.ts";

holdGolden("rate-byars", { rateByars });

test("is exact below ten events and Byar's from ten on", () => {
  expect(rateByars(9, 100).method).toBe("exact");
  expect(rateByars(10, 100).method).toBe("byar");
  expect(countLimits(9)).toEqual(poissonExactLimits(9));
});

test("limits hold the rate, also where the two methods meet", () => {
  fc.assert(
    fc.property(eventCounts, fc.integer({ min: 1, max: 1e9 }), (events, persons) => {
      const { value, lower, upper } = rateByars(events, persons);
      const next = rateByars(events + 1, persons);
      return lower <= value && value < upper && lower < next.lower && upper < next.upper;
    }),
    SEEDED,
  );
});

test("refuses what is no rate", () => {
  expectRefused(() => rateByars(-1, 10), "events", "negative");
  expectRefused(() => rateByars(1.5, 10), "events", "whole");
  expectRefused(() => rateByars(1, 0), "denominator", "greater than zero");
  expectRefused(() => rateByars(1, 1, { multiplier: -1 }), "multiplier");
});
