import { rateExact } from "../../src/poisson-exact.ts";
import { type Adapter, number, option, withLimits } from "../adapter.ts";

export const poissonExactAdapter: Adapter = (inputs, params, wanted) => {
  const at = (confidence: number) =>
    rateExact(number(inputs.count), number(option(inputs, "person_time", 1)), { confidence });
  return withLimits({ rate: at(0.95).value }, wanted, params, at);
};
