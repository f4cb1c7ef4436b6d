import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { directlyStandardisedRate } from "./directly-standardised-rate.ts";
import { directlyStandardisedRateGamma } from "./directly-standardised-rate-gamma.ts";

holdGolden("directly-standardised-rate-gamma", { directlyStandardisedRateGamma });

const data = { counts: [12, 30, 41], populations: [3000, 5000, 2500], standard: [40, 35, 25] };

test("gives the same rate as Dobson's variant, with a wider upper limit", () => {
  const gamma = directlyStandardisedRateGamma(data);
  const dobson = directlyStandardisedRate(data);
  expect(gamma.value).toBeCloseTo(dobson.value!, 9);
  expect(gamma.upper).toBeGreaterThan(dobson.upper!);
  expect(gamma.lower).toBeLessThan(gamma.value);
});

test("has an upper limit without any event", () => {
  const none = directlyStandardisedRateGamma({ ...data, counts: [0, 0, 0] });
  expect(none).toMatchObject({ crude: 0, value: 0, lower: 0 });
  // The worst band alone: −ln 0.025 events there.
  expect(none.upper).toBeCloseTo((-Math.log(0.025) * 100_000 * 0.4) / 3000, 6);
});

test("refuses unfit bands", () => {
  const rate = (change: object) => () => directlyStandardisedRateGamma({ ...data, ...change });
  expectRefused(rate({ counts: [1, 2, -3] }), "counts[2]", "negative");
  expectRefused(rate({ populations: [1, 0, 3] }), "populations[1]", "greater than zero");
  expectRefused(rate({ standard: [1, 2] }), "standard", "as many");
  expectRefused(() => directlyStandardisedRateGamma(data, { confidence: -0.1 }), "confidence");
});
