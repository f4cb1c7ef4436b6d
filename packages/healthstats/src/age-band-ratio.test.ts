import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { ageBandRatio, ageBandRatioOfRates } from "./age-band-ratio.ts";

holdGolden("age-band-ratio", { ageBandRatio, ageBandRatioOfRates });

test("without the insured the claims themselves are compared", () => {
  const { value, lower, upper } = ageBandRatio({ claims: 390 }, { claims: 200 });
  expect(value).toBeCloseTo(1.95, 12);
  expect(lower!).toBeLessThan(1.95);
  expect(upper!).toBeGreaterThan(1.95);
});

test("refuses half an answer", () => {
  expectRefused(() => ageBandRatio({ claims: 3, insured: 10 }, { claims: 2 }), "insured", "both");
  expectRefused(() => ageBandRatio({ claims: -3 }, { claims: 2 }), "older.claims", "negative");
  expectRefused(() => ageBandRatio({ claims: 3 }, { claims: 0.2 }), "younger.claims", "whole");
  expectRefused(() => ageBandRatio({ claims: 3, insured: 1 }, { claims: 2, insured: 0 }), "younger.insured");
  expectRefused(() => ageBandRatioOfRates(1, 0), "youngerRate", "greater than zero");
});
