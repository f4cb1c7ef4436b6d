import { poissonTrend } from "../../src/poisson-trend.ts";
import { type Adapter, numbers, option } from "../adapter.ts";

export const poissonTrendAdapter: Adapter = (inputs, params) => {
  const confidence = option(params, "confidence", 0.95);
  const fit = poissonTrend(numbers(inputs.x), numbers(inputs.count), numbers(inputs.population), {
    confidence,
  });
  return {
    intercept: fit.intercept,
    slope: fit.slope,
    slope_se: fit.slopeStandardError,
    quasi_se: fit.quasiStandardError,
    rate_ratio: fit.rateRatio,
    rr_lower: fit.lower,
    rr_upper: fit.upper,
    z: fit.z,
    p_value: fit.p,
    annual_percent_change: fit.annualPercentChange,
    deviance: fit.deviance,
    pearson_dispersion: fit.dispersion,
  };
};
