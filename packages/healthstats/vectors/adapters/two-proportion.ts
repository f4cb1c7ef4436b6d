import { twoProportions } from "../../src/two-proportions.ts";
import { type Adapter, number, option } from "../adapter.ts";

export const twoProportionAdapter: Adapter = (inputs, params) => {
  const { difference, z, p, newcombe, wald } = twoProportions(
    { events: number(inputs.x1), total: number(inputs.n1) },
    { events: number(inputs.x2), total: number(inputs.n2) },
    { confidence: option(params, "confidence", 0.95) },
  );
  return {
    diff: difference,
    z,
    p_value: p,
    newcombe_lower: newcombe.lower,
    newcombe_upper: newcombe.upper,
    wald_lower: wald.lower,
    wald_upper: wald.upper,
  };
};
