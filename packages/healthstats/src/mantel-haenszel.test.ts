import { expect, test } from "vitest";
import { holdGolden } from "../test/hold-golden.ts";
import { expectRefused } from "../test/refused.ts";
import { mantelHaenszelOddsRatio } from "./mantel-haenszel.ts";
import { oddsRatio } from "./risk-ratio.ts";

holdGolden("mantel-haenszel", { mantelHaenszelOddsRatio });

const stratum = { exposedCases: 12, unexposedCases: 7, exposedControls: 20, unexposedControls: 31 };

test("one stratum alone gives its own odds ratio, and the same one twice as well", () => {
  const cases = { events: 12, total: 32 };
  const single = oddsRatio(cases, { events: 7, total: 38 }).value!;
  expect(mantelHaenszelOddsRatio([stratum]).value).toBeCloseTo(single, 12);
  expect(mantelHaenszelOddsRatio([stratum, stratum]).value).toBeCloseTo(single, 12);
});

test("exchanging exposed and unexposed inverts the ratio", () => {
  const turned = { exposedCases: 7, unexposedCases: 12, exposedControls: 31, unexposedControls: 20 };
  const there = mantelHaenszelOddsRatio([stratum]);
  const back = mantelHaenszelOddsRatio([turned]);
  expect(there.lower!).toBeCloseTo(1 / back.upper!, 12);
  expect(there.chiSquare!).toBeCloseTo(back.chiSquare!, 12);
});

test("the correction takes half a person off, and a stratum of one person adds nothing", () => {
  const corrected = mantelHaenszelOddsRatio([stratum], { continuityCorrection: true });
  expect(corrected.chiSquare!).toBeLessThan(mantelHaenszelOddsRatio([stratum]).chiSquare!);
  const alone = { exposedCases: 1, unexposedCases: 0, exposedControls: 0, unexposedControls: 0 };
  expect(mantelHaenszelOddsRatio([stratum, alone])).toEqual(mantelHaenszelOddsRatio([stratum]));
  expect(mantelHaenszelOddsRatio([alone])).toEqual({
    value: null,
    lower: null,
    upper: null,
    chiSquare: null,
    p: null,
  });
});

test("refuses unfit strata", () => {
  expectRefused(() => mantelHaenszelOddsRatio([]), "strata", "empty");
  expectRefused(
    () => mantelHaenszelOddsRatio([{ ...stratum, unexposedCases: -1 }]),
    "strata[0].unexposedCases",
  );
  expectRefused(
    () => mantelHaenszelOddsRatio([{ ...stratum, exposedCases: 0.5 }]),
    "strata[0].exposedCases",
    "whole",
  );
});
