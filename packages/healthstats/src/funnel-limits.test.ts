import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { funnelLimitsForProportion, funnelLimitsForRate, funnelLimitsForRatio } from "./funnel-limits.ts";

holdGolden("funnel-limits", { funnelLimitsForProportion, funnelLimitsForRate, funnelLimitsForRatio });

test("a funnel narrows with the size of the area and holds its baseline", () => {
  const small = funnelLimitsForProportion(50, 0.3);
  const large = funnelLimitsForProportion(5000, 0.3);
  expect(large.alarm.lower).toBeGreaterThan(small.alarm.lower);
  expect(small.alarm.lower).toBeLessThan(small.warning.lower);
  expect(small.baseline).toBeCloseTo(30, 12);
  const { warning, alarm } = funnelLimitsForRatio(25);
  expect(alarm.lower).toBeLessThan(warning.lower);
  expect(warning.lower).toBeLessThan(100);
  expect(warning.upper!).toBeGreaterThan(100);
});

test("without an event there is no upper line", () => {
  expect(funnelLimitsForRatio(0).warning).toMatchObject({ lower: 0, upper: null, upperAt: 0 });
});

test("refuses unfit areas", () => {
  expectRefused(() => funnelLimitsForProportion(0, 0.5), "population", "greater than zero");
  expectRefused(() => funnelLimitsForProportion(10, 30), "average", "between 0 and 1");
  expectRefused(() => funnelLimitsForRatio(-1), "observed", "negative");
  expectRefused(() => funnelLimitsForRate(5, 0), "average", "greater than zero");
  expectRefused(() => funnelLimitsForRate(5, 0.1, { years: 0 }), "years", "greater than zero");
});
