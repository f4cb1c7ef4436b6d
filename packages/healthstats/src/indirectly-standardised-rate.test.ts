import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { indirectlyStandardisedRate, indirectlyStandardisedRatio } from "./indirectly-standardised-rate.ts";
import { expectedEvents } from "./standardised-ratio.ts";

holdGolden("indirectly-standardised-rate", { indirectlyStandardisedRate, indirectlyStandardisedRatio });

const data = {
  counts: [3, 8, 20],
  populations: [1000, 900, 700],
  referenceCounts: [100, 400, 900],
  referencePopulations: [50_000, 45_000, 30_000],
};

test("an area that is the reference has a ratio of 100 and the reference's rate", () => {
  const same = { ...data, counts: data.referenceCounts, populations: data.referencePopulations };
  expect(indirectlyStandardisedRatio(same).value).toBeCloseTo(100, 10);
  const rate = indirectlyStandardisedRate(same);
  expect(rate.value).toBeCloseTo(rate.referenceRate, 8);
});

test("a band without people of the area adds nothing", () => {
  const wider = {
    counts: [...data.counts, 0],
    populations: [...data.populations, 0],
    referenceCounts: [...data.referenceCounts, 77],
    referencePopulations: [...data.referencePopulations, 1000],
  };
  expect(indirectlyStandardisedRatio(wider)).toEqual(indirectlyStandardisedRatio(data));
});

test("refuses unfit bands", () => {
  const ratio = (change: object) => () => indirectlyStandardisedRatio({ ...data, ...change });
  expectRefused(ratio({ counts: [] }), "counts", "empty");
  expectRefused(ratio({ counts: [1, 2, 3.5] }), "counts[2]", "whole");
  expectRefused(ratio({ populations: [1, 2] }), "populations", "as many");
  expectRefused(ratio({ populations: [1, 2, -1] }), "populations[2]", "negative");
  expectRefused(ratio({ referencePopulations: [1, 0, 1] }), "referencePopulations[1]", "greater than zero");
  expectRefused(ratio({ referenceCounts: [0, 0, 0] }), "expected", "greater than zero");
  expectRefused(() => expectedEvents([], []), "populations", "empty");
  expectRefused(() => expectedEvents([1], [-1]), "referenceRates[0]", "negative");
});
