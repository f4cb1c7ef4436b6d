import { mortalityRatioTests, standardisedMortalityRatio } from "../../src/standardised-mortality-ratio.ts";
import { expectedEvents } from "../../src/standardised-ratio.ts";
import { type Adapter, countsOrZero, numbers, option, withLimits } from "../adapter.ts";

export const smrWorkedAdapter: Adapter = (inputs, params, wanted) => {
  const multiplier = option(params, "multiplier", 100);
  const observed = countsOrZero(inputs.deaths).reduce((sum, deaths) => sum + deaths, 0);
  const expected = expectedEvents(numbers(inputs.population), numbers(inputs.reference_rate));
  const at = (confidence: number) =>
    standardisedMortalityRatio(observed, expected, { confidence, multiplier, limits: "byar-from-10" });
  const tests = mortalityRatioTests(observed, expected);
  const answer = {
    observed,
    expected,
    smr: at(0.95).value,
    chi_square: tests.chiSquare,
    chi_square_cc: tests.chiSquareCorrected,
    p_chi_square: tests.pChiSquare,
    exact_p: tests.pExact,
  };
  return withLimits(answer, wanted, params, at);
};
