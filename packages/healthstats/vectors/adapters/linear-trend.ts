import { linearTrend } from "../../src/linear-trend.ts";
import { type Adapter, numbers, option } from "../adapter.ts";

export const linearTrendAdapter: Adapter = (inputs, params) => {
  const confidence = option(params, "confidence", 0.95);
  const fit = linearTrend(numbers(inputs.x), numbers(inputs.y), { confidence });
  const { slope, intercept, lower, upper, t, p } = fit;
  const answer = { slope, intercept, lower, upper, t, p_value: p };
  return { ...answer, slope_se: fit.slopeStandardError, r_squared: fit.rSquared };
};
