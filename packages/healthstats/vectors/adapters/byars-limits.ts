import { byarsLimits } from "../../src/byars-limits.ts";
import { type Adapter, number, withLimits } from "../adapter.ts";

export const byarsLimitsAdapter: Adapter = (inputs, params, wanted) =>
  withLimits({}, wanted, params, (confidence) => byarsLimits(number(inputs.count), { confidence }));
