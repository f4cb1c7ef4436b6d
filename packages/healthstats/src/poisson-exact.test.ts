import fc from "fast-check";
import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { confidences, eventCounts, SEEDED } from "../test/property.ts";
import { expectRefused } from "../test/refused.ts";
import { poissonExactLimits, rateExact } from "./poisson-exact.ts";

holdGolden("poisson-exact", { rateExact, poissonExactLimits });

test("without an event the upper limit is the two-sided one", () => {
  expect(poissonExactLimits(0)).toEqual({ lower: 0, upper: expect.closeTo(-Math.log(0.025), 12) });
});

test("limits hold the count and rise with it", () => {
  fc.assert(
    fc.property(eventCounts, confidences, (events, confidence) => {
      const here = poissonExactLimits(events, { confidence });
      const next = poissonExactLimits(events + 1, { confidence });
      return (
        here.lower <= events && events < here.upper && here.lower < next.lower && here.upper < next.upper
      );
    }),
    SEEDED,
  );
});

test("refuses what is no rate", () => {
  expectRefused(() => rateExact(-1, 10), "events", "negative");
  expectRefused(() => rateExact(0.5, 10), "events", "whole");
  expectRefused(() => rateExact(1, 0), "personTime", "greater than zero");
  expectRefused(() => rateExact(1, 10, { multiplier: Number.NaN }), "multiplier", "finite");
  expectRefused(() => poissonExactLimits(1, { confidence: 0 }), "confidence");
});
