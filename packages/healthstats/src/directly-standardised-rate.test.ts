import fc from "fast-check";
import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { SEEDED } from "../test/property.ts";
import { expectRefused } from "../test/refused.ts";
import {
  directlyStandardisedRate,
  directlyStandardisedRateOfRates,
  directlyStandardisedRateOfRepeatedEvents,
} from "./directly-standardised-rate.ts";

holdGolden("directly-standardised-rate", {
  directlyStandardisedRate,
  directlyStandardisedRateOfRepeatedEvents,
});

const bands = fc.array(
  fc.record({
    counts: fc.integer({ min: 0, max: 1000 }),
    populations: fc.integer({ min: 1, max: 1_000_000 }),
    standard: fc.integer({ min: 1, max: 1_000_000 }),
  }),
  { minLength: 1, maxLength: 20 },
);
const columns = (list: { counts: number; populations: number; standard: number }[]) => ({
  counts: list.map((band) => band.counts),
  populations: list.map((band) => band.populations),
  standard: list.map((band) => band.standard),
});

test("limits hold the rate, which lies between the lowest and the highest band", () => {
  fc.assert(
    fc.property(bands, (list) => {
      const { value, lower, upper, reason, events } = directlyStandardisedRate(columns(list), {
        multiplier: 1,
      });
      if (reason) return events < 10 && value === null && lower === null && upper === null;
      const rates = list.map((band) => band.counts / band.populations);
      const slack = 1e-9 * value!;
      return (
        lower! < value! &&
        value! < upper! &&
        Math.min(...rates) <= value! + slack &&
        value! - slack <= Math.max(...rates)
      );
    }),
    SEEDED,
  );
});

test("the scale of the standard does not matter, and the order of the bands neither", () => {
  fc.assert(
    fc.property(bands, (list) => {
      const here = directlyStandardisedRate(columns(list), { minimumEvents: 1 });
      const turned = [...list].reverse().map((band) => ({ ...band, standard: band.standard * 7 }));
      const there = directlyStandardisedRate(columns(turned), { minimumEvents: 1 });
      if (here.value === null) return expect(there.value).toBeNull();
      expect(Math.abs(there.value! / here.value - 1)).toBeLessThan(1e-10);
      expect(Math.abs(there.upper! / here.upper! - 1)).toBeLessThan(1e-10);
    }),
    SEEDED,
  );
});

test("events that nobody has twice are independent events", () => {
  const data = { populations: [1000, 2000], standard: [1, 3] };
  const repeated = directlyStandardisedRateOfRepeatedEvents([{ events: 1, persons: [20, 30] }], data);
  expect(repeated).toEqual(directlyStandardisedRate({ ...data, counts: [20, 30] }));
});

test("rates by band give the same value as the counts behind them", () => {
  const data = { counts: [12, 30, 41], populations: [3000, 5000, 2500], standard: [40, 35, 25] };
  const rates = data.counts.map((n, i) => (n / data.populations[i]!) * 100_000);
  expect(directlyStandardisedRateOfRates(rates, data.standard)).toBeCloseTo(
    directlyStandardisedRate(data).value!,
    8,
  );
  expectRefused(() => directlyStandardisedRateOfRates([], []), "rates", "empty");
  expectRefused(() => directlyStandardisedRateOfRates([1, -1], [1, 1]), "rates[1]", "negative");
  expectRefused(() => directlyStandardisedRateOfRates([1, 2], [1]), "standard", "as many");
});

test("keeps back a rate on fewer than ten events unless told otherwise", () => {
  const few = { counts: [4, 5], populations: [1000, 1000], standard: [1, 1] };
  expect(directlyStandardisedRate(few).reason).toBe("too few events");
  expect(directlyStandardisedRate(few, { minimumEvents: 1 }).value).toBeCloseTo(450, 9);
});

test("refuses unfit bands", () => {
  const good = { counts: [10, 5], populations: [100, 100], standard: [1, 1] };
  const rate =
    (change: object, options = {}) =>
    () =>
      directlyStandardisedRate({ ...good, ...change }, options);
  expectRefused(rate({ counts: [], populations: [], standard: [] }), "counts", "empty");
  expectRefused(rate({ counts: [10, -5] }), "counts[1]", "negative");
  expectRefused(rate({ counts: [10, 0.5] }), "counts[1]", "whole");
  expectRefused(rate({ populations: [100] }), "populations", "as many");
  expectRefused(rate({ populations: [100, 0] }), "populations[1]", "greater than zero");
  expectRefused(rate({ standard: [1, Number.NaN] }), "standard[1]", "finite");
  expectRefused(rate({ standard: [0, 0] }), "standard", "zero");
  expectRefused(rate({}, { minimumEvents: -1 }), "minimumEvents");
  const repeated = (persons: number[]) => () =>
    directlyStandardisedRateOfRepeatedEvents([{ events: 1, persons }], good);
  expectRefused(repeated([1]), "populations", "as many");
  expectRefused(() => directlyStandardisedRateOfRepeatedEvents([], good), "frequencies", "empty");
});
