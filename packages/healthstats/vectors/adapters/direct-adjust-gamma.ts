import { directlyStandardisedRateGamma } from "../../src/directly-standardised-rate-gamma.ts";
import { type Adapter, countsOrZero, numbers, option, withLimits } from "../adapter.ts";

export const directAdjustGammaAdapter: Adapter = (inputs, params, wanted) => {
  const multiplier = option(params, "multiplier", 100_000);
  const bands = {
    counts: countsOrZero(inputs.count),
    populations: numbers(inputs.population),
    standard: numbers(inputs.standard),
  };
  const at = (confidence: number) => directlyStandardisedRateGamma(bands, { confidence, multiplier });
  const { crude, value } = at(0.95);
  return withLimits({ crude, value }, wanted, params, at);
};
