import { proportionWilson } from "../../src/proportion-wilson.ts";
import { type Adapter, number, option, withLimits } from "../adapter.ts";

export const proportionWilsonAdapter: Adapter = (inputs, params, wanted) => {
  const multiplier = option(params, "multiplier", 1);
  const at = (confidence: number) =>
    proportionWilson(number(inputs.numerator), number(inputs.denominator), { confidence, multiplier });
  return withLimits({ value: at(0.95).value }, wanted, params, at);
};
