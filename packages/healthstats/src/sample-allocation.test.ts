import fc from "fast-check";
import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { SEEDED } from "../test/property.ts";
import { expectRefused } from "../test/refused.ts";
import { expectedReach, neymanAllocation } from "./sample-allocation.ts";

holdGolden("sample-allocation", { neymanAllocation, expectedReach });

test("parts add up to the size and none is above its stratum", () => {
  const strata = fc.array(fc.record({ population: fc.integer({ min: 1, max: 900 }) }), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(strata, fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
      const [least, whole] = all.reduce(
        ([low, high], { population }) => [low + Math.min(2, population), high + population],
        [0, 0],
      );
      const size = Math.max(1, least, Math.round(whole * part));
      const drawn = neymanAllocation(all, size);
      return (
        drawn.reduce((sum, one) => sum + one, 0) === size &&
        drawn.every((one, i) => one <= all[i]!.population)
      );
    }),
    SEEDED,
  );
});

test("who is asked in full leaves no reach, and refuses what can't be drawn", () => {
  expect(expectedReach(40, 40)).toBe(0);
  expectRefused(() => neymanAllocation([{ population: 3 }], 4), "size", "above");
  expectRefused(() => neymanAllocation([{ population: 5 }, { population: 5 }], 3), "size", "enough");
  expectRefused(() => neymanAllocation([{ population: 5, share: 2 }], 3), "strata[0].share", "0 and 1");
  expectRefused(() => expectedReach(5, 4), "answers", "population");
});
