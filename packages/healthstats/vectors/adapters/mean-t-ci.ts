import { meanTInterval } from "../../src/mean-t-interval.ts";
import { type Adapter, numbers, withLimits } from "../adapter.ts";

export const meanTCiAdapter: Adapter = (inputs, params, wanted) => {
  const at = (confidence: number) => meanTInterval(numbers(inputs.values), { confidence });
  const { n, sum, value, standardDeviation } = at(0.95);
  return withLimits({ n, sum, value, sd: standardDeviation }, wanted, params, at);
};
