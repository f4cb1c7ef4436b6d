import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { responseRates } from "./response-rates.ts";

holdGolden("response-rates", { responseRates });

const NONE = { complete: 0, partial: 0, refused: 0, undeliverable: 0, closed: 0, noReply: 0 };

test("where nobody could answer there is no rate", () => {
  expect(responseRates({ ...NONE, closed: 3 })).toMatchObject({ rr1: null, rr3: null, eligibleShare: 0 });
});

test("a closed workplace raises RR3 alone; a returned letter is one of whom nothing is known", () => {
  const before = responseRates({ ...NONE, complete: 50, noReply: 50 });
  const after = responseRates({ ...NONE, complete: 50, noReply: 50, closed: 50 });
  expect(after.rr1).toBe(before.rr1);
  expect(after.rr3).toBeGreaterThan(before.rr3!);
  expect(responseRates({ ...NONE, complete: 50, undeliverable: 50 }).rr1).toBe(0.5);
});

test("refuses half a workplace", () => {
  expectRefused(() => responseRates({ ...NONE, complete: 0.5 }), "complete", "whole");
});
