import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { rateDifference, rateRatio } from "./rate-ratio.ts";

holdGolden("rate-ratio", { rateRatio, rateDifference });

const one = { events: 40, personTime: 2000 };
const other = { events: 25, personTime: 3000 };

test("turning the groups round inverts the ratio and negates the difference", () => {
  const there = rateRatio(one, other);
  const back = rateRatio(other, one);
  expect(there.lower!).toBeCloseTo(1 / back.upper!, 12);
  expect(there.value!).toBeCloseTo(1 / back.value!, 12);
  expect(rateDifference(one, other).lower!).toBeCloseTo(-rateDifference(other, one).upper!, 12);
});

test("adds no half to a zero: the ratio is not given, the difference is", () => {
  const none = { events: 0, personTime: 500 };
  const nothing = { value: null, lower: null, upper: null };
  expect(rateRatio(none, other)).toEqual(nothing);
  expect(rateRatio(other, none)).toEqual(nothing);
  expect(rateDifference(other, none).value).toBeCloseTo(25 / 3000, 12);
  expect(rateDifference(none, none)).toEqual(nothing);
});

test("refuses what is no rate", () => {
  expectRefused(() => rateRatio({ events: -1, personTime: 1 }, other), "exposed.events", "negative");
  expectRefused(() => rateRatio(one, { events: 1.5, personTime: 1 }), "reference.events", "whole");
  expectRefused(() => rateDifference(one, { events: 1, personTime: 0 }), "reference.personTime", "zero");
  expectRefused(() => rateRatio(one, other, { confidence: 1.2 }), "confidence");
});
