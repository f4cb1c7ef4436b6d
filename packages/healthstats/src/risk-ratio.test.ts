import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { oddsRatio, riskDifference, riskRatio } from "./risk-ratio.ts";

holdGolden("risk-ratio", { riskRatio, oddsRatio, riskDifference });

const one = { events: 30, total: 100 };
const other = { events: 45, total: 120 };

test("turning the groups round inverts the ratios and negates the difference", () => {
  expect(riskRatio(one, other).upper!).toBeCloseTo(1 / riskRatio(other, one).lower!, 12);
  expect(oddsRatio(one, other).upper!).toBeCloseTo(1 / oddsRatio(other, one).lower!, 12);
  expect(riskDifference(one, other).upper!).toBeCloseTo(-riskDifference(other, one).lower!, 12);
});

test("gives no ratio where a cell is empty, but always a difference", () => {
  const nothing = { value: null, lower: null, upper: null };
  for (const edge of [
    { events: 0, total: 10 },
    { events: 10, total: 10 },
  ]) {
    expect(riskRatio(edge, other)).toEqual(nothing);
    expect(oddsRatio(one, edge)).toEqual(nothing);
    expect(riskDifference(edge, other).lower).not.toBeNull();
  }
});

test("refuses what is no risk", () => {
  expectRefused(() => riskRatio({ events: 11, total: 10 }, other), "exposed.events", "exposed.total");
  expectRefused(() => oddsRatio(one, { events: 1, total: 0 }), "reference.total", "at least one");
  expectRefused(() => riskDifference({ events: -1, total: 5 }, other), "exposed.events", "negative");
  expectRefused(() => riskRatio(one, other, { confidence: 0 }), "confidence");
});
