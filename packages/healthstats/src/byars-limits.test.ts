import fc from "fast-check";
import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { confidences, eventCounts, SEEDED } from "../test/property.ts";
import { expectRefused } from "../test/refused.ts";
import { byarsLimits } from "./byars-limits.ts";
import { poissonExactLimits } from "./poisson-exact.ts";

holdGolden("byars-limits", { byarsLimits });

test("has no lower limit where the cube would be negative", () => {
  expect(byarsLimits(0).lower).toBeNull();
  expect(byarsLimits(1, { confidence: 0.998 }).lower).toBeNull();
  expect(byarsLimits(1).lower).toBeGreaterThan(0);
});

test("holds the count and lies within a percent of the exact limits from 10 events on", () => {
  fc.assert(
    fc.property(
      eventCounts.filter((n) => n >= 10),
      confidences,
      (events, confidence) => {
        const near = byarsLimits(events, { confidence });
        const exact = poissonExactLimits(events, { confidence });
        expect(near.lower!).toBeLessThan(events);
        expect(near.upper).toBeGreaterThan(events);
        expect(Math.abs(near.lower! / exact.lower - 1)).toBeLessThan(0.02);
        expect(Math.abs(near.upper / exact.upper - 1)).toBeLessThan(0.01);
      },
    ),
    SEEDED,
  );
});

test("refuses what is no count", () => {
  expectRefused(() => byarsLimits(-1), "events", "negative");
  expectRefused(() => byarsLimits(2.5), "events", "whole");
  expectRefused(() => byarsLimits(5, { confidence: 1 }), "confidence");
});
