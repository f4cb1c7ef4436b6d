import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { proportionWilson } from "./proportion-wilson.ts";
import { designEffect, stratifiedProportion, surveyProportion } from "./survey-proportion.ts";

holdGolden("survey-proportion", { designEffect, stratifiedProportion, surveyProportion });

test("of persons from twenty workplaces of ten, alike by 0.05, fewer count than were asked", () => {
  const one = surveyProportion(60, 200, { designEffect: 1 + 9 * 0.05 });
  expect(Math.round(one.effectiveSize)).toBe(138);
  expect([one.lower, one.upper].map((limit) => (limit * 100).toFixed(1))).toEqual(["23.0", "38.1"]);
});

test("half of all who there are leaves less to chance", () => {
  const one = surveyProportion(45, 150, { population: 300 });
  expect([one.lower, one.upper].map((limit) => (limit * 100).toFixed(1))).toEqual(["25.1", "35.4"]);
  expect(surveyProportion(45, 300, { population: 300 })).toMatchObject({ lower: 0.15, upper: 0.15 });
});

test("without clusters and with no end of people it is Wilson's interval", () => {
  expect(surveyProportion(0, 40)).toMatchObject(proportionWilson(0, 40));
  expect(surveyProportion(0, 40).upper).toBeGreaterThan(0.05);
});

test("fewer than two clusters, or all alike, tell nothing", () => {
  expect(designEffect([{ events: 3, total: 10 }])).toBeNull();
  expect(designEffect([10, 10].map((total) => ({ events: 0, total })))).toBeNull();
  expect(stratifiedProportion([{ population: 5, events: 1, total: 1 }])).toBeNull();
});

test("refuses what is no survey", () => {
  expectRefused(() => surveyProportion(1, 0), "total", "at least one");
  expectRefused(() => surveyProportion(3, 2), "events", "total");
  expectRefused(() => surveyProportion(1, 10, { population: 9 }), "population", "less");
  expectRefused(() => surveyProportion(1, 10, { designEffect: 0 }), "designEffect", "greater than zero");
  expectRefused(() => designEffect([]), "clusters", "empty");
  expectRefused(
    () => stratifiedProportion([{ population: 2, events: 1, total: 3 }]),
    "strata[0].total",
    "population",
  );
});
