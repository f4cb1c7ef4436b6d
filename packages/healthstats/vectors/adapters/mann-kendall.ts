import { mannKendall } from "../../src/mann-kendall.ts";
import { type Adapter, numbers } from "../adapter.ts";

export const mannKendallAdapter: Adapter = (inputs) => {
  const times = Array.isArray(inputs.times) ? numbers(inputs.times) : undefined;
  const { s, variance, z, p, tauA, tauB, senSlope } = mannKendall(numbers(inputs.values), times);
  return { S: s, var_S: variance, z, p_value: p, tau_a: tauA, tau_b: tauB, sen_slope: senSlope };
};
