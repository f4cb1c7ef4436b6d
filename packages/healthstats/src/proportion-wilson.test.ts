import fc from "fast-check";
import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { confidences, proportions, SEEDED } from "../test/property.ts";
import { expectRefused } from "../test/refused.ts";
import { proportionWilson } from "./proportion-wilson.ts";

holdGolden("proportion-wilson", { proportionWilson });

test("limits hold the estimate, stay within 0 and 1, and widen with the confidence", () => {
  fc.assert(
    fc.property(proportions, ({ events, total }) => {
      const narrow = proportionWilson(events, total);
      const wide = proportionWilson(events, total, { confidence: 0.998 });
      return (
        0 <= wide.lower &&
        wide.lower <= narrow.lower &&
        narrow.lower <= narrow.value &&
        narrow.value <= narrow.upper &&
        narrow.upper <= wide.upper &&
        wide.upper <= 1
      );
    }),
    SEEDED,
  );
});

test("counting those without the feature mirrors the interval", () => {
  fc.assert(
    fc.property(proportions, confidences, ({ events, total }, confidence) => {
      const one = proportionWilson(events, total, { confidence });
      const other = proportionWilson(total - events, total, { confidence });
      expect(one.lower).toBeCloseTo(1 - other.upper, 10);
      expect(one.upper).toBeCloseTo(1 - other.lower, 10);
    }),
    SEEDED,
  );
});

test("one more event raises both limits", () => {
  fc.assert(
    fc.property(
      proportions.filter(({ events, total }) => events < total),
      ({ events, total }) => {
        const before = proportionWilson(events, total);
        const after = proportionWilson(events + 1, total);
        return before.lower < after.lower && before.upper < after.upper;
      },
    ),
    SEEDED,
  );
});

test("the ends are exact, and a billion persons do not overflow", () => {
  expect(proportionWilson(0, 7).lower).toBe(0);
  expect(proportionWilson(7, 7, { multiplier: 100 }).upper).toBe(100);
  expect(proportionWilson(5e8, 1e9).upper).toBeCloseTo(0.500030989, 8);
});

test("refuses what is no proportion", () => {
  expectRefused(() => proportionWilson(-1, 10), "numerator", "negative");
  expectRefused(() => proportionWilson(11, 10), "numerator", "denominator");
  expectRefused(() => proportionWilson(Number.NaN, 10), "numerator", "finite");
  expectRefused(() => proportionWilson(1, 0), "denominator", "greater than zero");
  expectRefused(() => proportionWilson(1, Number.POSITIVE_INFINITY), "denominator", "finite");
  expectRefused(() => proportionWilson(1, 10, { confidence: 95 }), "confidence", "0.95");
  expectRefused(() => proportionWilson(1, 10, { multiplier: 0 }), "multiplier");
});
