import { interquartileRange, percentiles } from "../../src/percentile.ts";
import { type Adapter, numbers } from "../adapter.ts";

export const percentileType7Adapter: Adapter = (inputs, params) => {
  const known = (inputs.values as unknown[]).filter((value) => value !== null);
  const values = numbers(known);
  return { quantiles: percentiles(values, numbers(params.probs)), iqr: interquartileRange(values) };
};
