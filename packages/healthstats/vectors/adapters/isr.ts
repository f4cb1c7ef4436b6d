import {
  indirectlyStandardisedRate,
  indirectlyStandardisedRatio,
} from "../../src/indirectly-standardised-rate.ts";
import { type Adapter, countsOrZero, numbers, option, withLimits } from "../adapter.ts";
import { methodName } from "./method-name.ts";

export const isrAdapter: Adapter = (inputs, params, wanted) => {
  const bands = {
    counts: countsOrZero(inputs.count),
    populations: numbers(inputs.population),
    referenceCounts: countsOrZero(inputs.ref_count),
    referencePopulations: numbers(inputs.ref_population),
  };
  const asRate = params.statistic === "rate";
  const multiplier = option(params, "multiplier", asRate ? 100_000 : 1);
  const rate = (confidence: number) => indirectlyStandardisedRate(bands, { confidence, multiplier });
  const at = (confidence: number) =>
    asRate ? rate(confidence) : indirectlyStandardisedRatio(bands, { confidence, multiplier });
  const { observed, expected, value, method } = at(0.95);
  const ref_rate = wanted.includes("ref_rate") ? rate(0.95).referenceRate : null;
  return withLimits({ observed, expected, value, ref_rate, method: methodName(method) }, wanted, params, at);
};
